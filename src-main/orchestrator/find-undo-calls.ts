import { Temporal } from 'temporal-polyfill';
import type { TimeZone } from '#contract/model/instant.ts';
import type { UndoTarget } from '#contract/model/undo.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import type { Orm } from '#db/open-database.ts';
import { listSteps } from '#db/repositories/steps.ts';
import { listCallsOfRun, listCallsSettledBetween, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { type Dependence, readDependence } from '#main/orchestrator/undo-order.ts';

/** Whether this did something that stands; a look leaves nothing behind. */
export const stands = (call: ToolCallRow): boolean => call.status === 'happened' && call.effect.kind !== 'none';

/** All that stands of what a target covers, with whatever was built on it since, in no order. */
export function findUndoCalls(orm: Orm, target: UndoTarget, ownTimeZone: TimeZone): ToolCallRow[] {
  switch (target.of) {
    case 'step':
      return withBuiltOn(orm, target.runId, new Set([target.stepId]));
    case 'run':
      return listCallsOfRun(orm, target.runId).filter(stands);
    case 'day': {
      const { from, to } = stretchOf(target.day, target.timeZone ?? ownTimeZone);
      const calls = listCallsSettledBetween(orm, from, to).filter(stands);
      const byRun = Map.groupBy(calls, ({ runId }) => runId);
      return [...byRun].flatMap(([runId, ofRun]) =>
        withBuiltOn(orm, runId, new Set(ofRun.map(({ stepId }) => stepId))),
      );
    }
  }
  return assertNever(target);
}

function withBuiltOn(orm: Orm, runId: string, stepIds: ReadonlySet<string>): ToolCallRow[] {
  const { builtOn } = readDependence(listSteps(orm, runId));
  const all = new Set(stepIds);
  for (const id of stepIds) for (const built of builtOn(id)) all.add(built);
  return listCallsOfRun(orm, runId).filter((call) => stands(call) && all.has(call.stepId));
}

/** What builds on what, read once for each run. */
export function dependenceIn(orm: Orm): (runId: string) => Dependence {
  const read = new Map<string, Dependence>();
  return (runId) => {
    const known = read.get(runId) ?? readDependence(listSteps(orm, runId));
    read.set(runId, known);
    return known;
  };
}

/** A day as the person lived it, also when the clocks change in it; `to` is not included. */
function stretchOf(day: string, timeZone: TimeZone): { from: string; to: string } {
  const date = Temporal.PlainDate.from(day);
  const startOf = (one: Temporal.PlainDate) =>
    new Date(one.toZonedDateTime({ timeZone }).toInstant().epochMilliseconds).toISOString();
  return { from: startOf(date), to: startOf(date.add({ days: 1 })) };
}
