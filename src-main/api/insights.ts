import { Temporal } from 'temporal-polyfill';
import { connectorOf } from '#contract/model/action-name.ts';
import type { Insights } from '#contract/model/insights.ts';
import type { Orm } from '#db/open-database.ts';
import {
  countByService,
  countByStretch,
  countDecisions,
  countDoneByStretch,
  lastOfFirstStart,
  planTimeAt95,
  type Stretch,
  timeToFirstValue,
} from '#db/repositories/insights.ts';
import { costsOfModelCalls } from '#db/repositories/model-calls.ts';
import { findOwner } from '#db/repositories/people.ts';
import { door } from '#main/api/door.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import pack from '#resources/packs/everyday/minutes.json' with { type: 'json' };

const MINUTES: Readonly<Record<string, number>> = pack.by;

export const insights = {
  get: door.insights.get.handler(({ input, context: { engine } }) => lookBack(engine, input.weeks)),
};

function lookBack(engine: Engine, count: number): Insights {
  const { orm, now } = engine.journal;
  const weeks = weeksUntil(now(), findOwner(orm)?.timeZone ?? 'UTC', count);
  const since = weeks[0]?.from ?? now();
  const counted = countByStretch(orm, weeks);
  const done = countDoneByStretch(orm, weeks);
  const estimate = [...new Set(done.map(({ action }) => action))].map((action) => ({
    action,
    title: engine.tools.find(action)?.title ?? action,
    minutesEach: minutesOf(engine, action),
    times: sum(done.filter((each) => each.action === action).map(({ times }) => times)),
  }));
  const eachTakes = new Map(estimate.map(({ action, minutesEach }) => [action, minutesEach]));
  return {
    weeks: weeks.map(({ monday }, at) => {
      const things = done.filter(({ stretch }) => stretch === at);
      const { stretch: _at, ...counts } = counted.find(({ stretch }) => stretch === at) ?? { stretch: at, ...NOTHING };
      const minutes = sum(things.map(({ action, times }) => times * (eachTakes.get(action) ?? 0)));
      return { from: monday, done: sum(things.map(({ times }) => times)), minutes, ...counts };
    }),
    services: countByService(orm, since).map((each) => ({ ...each, title: engine.tools.titleOf(each.connector) })),
    estimate: estimate.sort((one, other) => other.times * other.minutesEach - one.times * one.minutesEach),
    cost: costsOfModelCalls(orm, {}).map((each) => ({ ...each })),
    ...countDecisions(orm, since),
    planWithinMs: planTimeAt95(orm, since),
    firstValueMs: timeToFirstValue(orm, lookingActions(engine)),
    firstStart: firstStartOf(orm),
  };
}

const NOTHING = {
  completed: 0,
  failed: 0,
  canceled: 0,
  approved: 0,
  declined: 0,
  expired: 0,
  undone: 0,
  undoFailed: 0,
};

/** The person's own weeks, from Monday to Monday, the oldest first. */
function weeksUntil(now: string, timeZone: string, count: number): readonly (Stretch & { readonly monday: string })[] {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const begins = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
  return Array.from({ length: count }, (_each, at) => {
    const first = monday.subtract({ weeks: count - 1 - at });
    return { monday: first.toString(), from: begins(first), until: begins(first.add({ weeks: 1 })) };
  });
}

/** Of the very thing, else of what its connector does; a look saves less than that. */
function minutesOf({ tools }: Engine, action: string): number {
  const known = MINUTES[action];
  if (known !== undefined) return known;
  if (tools.find(action)?.risk === 'L0') return pack.looks;
  return MINUTES[connectorOf(action)] ?? pack.else;
}

const lookingActions = ({ tools }: Engine): string[] =>
  tools.connectors.flatMap(({ actions }) => actions.filter(({ risk }) => risk === 'L0').map(({ name }) => name));

function firstStartOf(orm: Orm): Insights['firstStart'] {
  switch (lastOfFirstStart(orm)) {
    case 'begun':
      return 'begun';
    case 'put-off':
      return 'put-off';
    case 'finished':
      return 'finished';
    default:
      return 'not-begun';
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
