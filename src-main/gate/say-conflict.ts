import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { wallOf, wallText } from '#connectors/sdk/local-time.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayClockSpan, sayDay, saySpan } from '#connectors/sdk/say-time.ts';
import { sayAll } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import type { Choice, Conflict, LimitObstacle, TimeObstacle } from '#contract/model/conflict.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { Json } from '#contract/model/json.ts';
import type { Stretch, TakenTime } from '#contract/model/stretch.ts';
import { whenThereIsRoom } from '#main/gate/room-again.ts';
import { sayAmount } from '#main/gate/say-amount.ts';

const leave: Choice = { kind: 'leave', says: t`Leave it` };

/** A limit that would be passed. Waiting is offered where it helps: not for what is over the limit by itself. */
export function sayLimit(
  obstacle: LimitObstacle,
  { chosen, timeZone }: { readonly chosen: boolean; readonly timeZone: TimeZone },
  view: View,
): Conflict {
  const until = whenThereIsRoom([obstacle], timeZone);
  return {
    with: obstacle,
    says: sayAmount(obstacle, chosen, view),
    choices: [
      { kind: 'anyway', says: t`Do it this once anyway` },
      ...(until === null ? [] : [waitUntil(until, timeZone, view)]),
      leave,
    ],
  };
}

function waitUntil(until: Instant, timeZone: TimeZone, view: View): Choice {
  const day = sayDay(wallOf(Temporal.Instant.from(until), timeZone).toPlainDate(), view);
  return { kind: 'wait', says: t`Wait for room, until ${day}`, until };
}

/** Another time that is free, and the new arguments by which it would be then. */
export type AnotherTime = { readonly free: Stretch; readonly changes: Readonly<Record<string, Json>> };

/** Something else at the same time. */
export function sayTime(obstacle: TimeObstacle, another: AnotherTime | null, view: View): Conflict {
  const both = obstacle.others.length === 1 ? t`Keep both` : t`Keep them all`;
  return {
    with: obstacle,
    says: (['calendar', 'another-plan', 'this-plan'] as const).flatMap((by) => sayOthers(obstacle, by, view)).join(' '),
    choices: [{ kind: 'anyway', says: both }, ...(another === null ? [] : [moveTo(another, view)]), leave],
  };
}

const moveTo = ({ free, changes }: AnotherTime, view: View): Choice => ({
  kind: 'another-time',
  says: t`Another time: ${saySpan(spanOf(free, view), view)}`,
  changes: { ...changes },
});

/** More are counted, not named. */
const MOST_NAMED = 2;

type By = TimeObstacle['others'][number]['by'];

/** What is there already: one thing on the same day, several on it, or several at different times. */
type Saying = {
  readonly one: (what: string, clock: string) => string;
  readonly sameTime: (list: string) => string;
  readonly otherTimes: (list: string) => string;
};
const says: Readonly<Record<By, Saying>> = {
  calendar: {
    one: (what, clock) => t`You have ${what} then, ${clock}.`,
    sameTime: (list) => t`You have ${list} then.`,
    otherTimes: (list) => t`You have ${list} at these times.`,
  },
  'another-plan': {
    one: (what, clock) => t`Another of your plans would put ${what} then, ${clock}.`,
    sameTime: (list) => t`Other plans of yours would put ${list} then.`,
    otherTimes: (list) => t`Other plans of yours would put ${list} at these times.`,
  },
  'this-plan': {
    one: (what, clock) => t`This plan also puts ${what} then, ${clock}.`,
    sameTime: (list) => t`This plan also puts ${list} then.`,
    otherTimes: (list) => t`This plan also puts ${list} at these times.`,
  },
};

/** `You have “Dentist” then, 15:00–16:00.` */
function sayOthers({ others }: TimeObstacle, by: By, view: View): string[] {
  const theirs = others.filter((other) => other.by === by);
  const [first] = theirs;
  if (first === undefined) return [];
  const isOneDay = new Set(others.map(({ from }) => dayOf(from, view))).size === 1;
  if (theirs.length === 1 && isOneDay) {
    return [says[by].one(nameOf(first), sayClockSpan(spanOf(first, view), view))];
  }
  const say = isOneDay ? sayClockSpan : saySpan;
  const named = theirs.slice(0, MOST_NAMED).map((other) => `${nameOf(other)} (${say(spanOf(other, view), view)})`);
  const more = theirs.length - named.length;
  const list = sayAll([...named, ...(more === 0 ? [] : [more === 1 ? t`one more` : t`${more} more`])]);
  return [isOneDay ? says[by].sameTime(list) : says[by].otherTimes(list)];
}

const nameOf = ({ title }: TakenTime): string => quote(title.trim() || t`(no title)`);

const dayOf = (moment: Instant, { timeZone }: View): string =>
  wallOf(Temporal.Instant.from(moment), timeZone).toPlainDate().toString();

/** The stretch on the person's own clock. */
function spanOf({ from, until, allDay }: Stretch, { timeZone }: View) {
  const wall = (moment: Instant) => {
    const there = wallOf(Temporal.Instant.from(moment), timeZone);
    return allDay ? there.toPlainDate().toString() : wallText(there);
  };
  return { startsAt: wall(from), endsAt: wall(until), allDay, timeZone };
}
