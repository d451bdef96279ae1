import type { Temporal } from 'temporal-polyfill';
import type { DayPart } from '#main/planner/time/day-part.ts';
import type { DayWord } from '#main/planner/time/day-word.ts';
import type { ClockTime } from '#main/planner/time/read-clock-time.ts';
import type { Repeats } from '#main/understanding/times/repeats.ts';

/** Everything that was said about when, still apart. A field is absent when nothing was said about it. */
export type WhenParts = {
  readonly days?: readonly DayWord[];
  /** The last day of “from Monday to Friday”. */
  readonly lastDay?: DayWord;
  /** Days between which the person did not choose: “Thursday or Friday”. */
  readonly eitherDay?: readonly string[];
  readonly time?: ClockTime;
  readonly endTime?: ClockTime;
  readonly part?: DayPart;
  /** “for two hours”. */
  readonly minutes?: number;
  /** “for three days”. */
  readonly spanDays?: number;
  /** “in 20 minutes”. */
  readonly moment?: Temporal.ZonedDateTime;
  readonly repeats?: Repeats;
  /** The day beside a recurrence is its start, as in “every day from Monday”. */
  readonly starts?: true;
  readonly until?: DayWord;
  readonly count?: number;
  readonly allDay?: true;
  /** “10 minutes before”: how long before what was named just before. */
  readonly minutesBefore?: number;
};

/** Both together, or null when they say two different things about the same. */
export function merged(said: WhenParts, more: WhenParts): WhenParts | null {
  const { days, ...fields } = more;
  const clashes = Object.keys(fields).some((name) => name in said && name !== 'repeats' && name !== 'starts');
  if (clashes || (said.moment && (more.time || more.days)) || (more.moment && (said.time || said.days))) return null;
  if (said.repeats && more.repeats && !canJoin(said.repeats, more.repeats)) return null;
  const bothDays = joinDays(said.days ?? [], days ?? []);
  if (bothDays === null) return null;
  const repeats = said.repeats && more.repeats ? join(said.repeats, more.repeats) : (more.repeats ?? said.repeats);
  return { ...said, ...fields, ...(bothDays.length > 0 ? { days: bothDays } : {}), ...(repeats ? { repeats } : {}) };
}

/** What was said last wins, as in “on Thursday, no, Friday”. */
export function corrected(said: WhenParts, more: WhenParts): WhenParts {
  const { moment, time, endTime, days, part, ...rest } = said;
  const keeps = {
    ...(more.days || more.moment ? {} : { days }),
    ...(more.time || more.moment ? {} : { time, endTime }),
    ...(more.part || more.time || more.moment ? {} : { part }),
    ...(more.days || more.time ? {} : { moment }),
  };
  const said2 = Object.entries({ ...rest, ...keeps, ...more }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said2) as WhenParts;
}

/** A weekday with its date, or a weekday or a date within a week or month, belong together. */
function joinDays(said: readonly DayWord[], more: readonly DayWord[]): readonly DayWord[] | null {
  if (said.length === 0 || more.length === 0) return [...said, ...more];
  const kinds = [...said, ...more].map((day) => day.kind);
  return new Set(kinds).size === kinds.length && kinds.length <= 3 && isJoinable(kinds) ? [...said, ...more] : null;
}

function isJoinable(kinds: readonly DayWord['kind'][]): boolean {
  return !(kinds.includes('date') && (kinds.includes('month-day') || kinds.includes('stretch')));
}

/** “every month” and “on the last Friday of the month” are one recurrence. */
function canJoin(one: Repeats, other: Repeats): boolean {
  const isPlain = (repeats: Repeats) => repeats.weekdays.length + repeats.monthDays.length === 0;
  return one.frequency === other.frequency && (isPlain(one) || isPlain(other));
}

function join(one: Repeats, other: Repeats): Repeats {
  const detailed = one.weekdays.length + one.monthDays.length > 0 ? one : other;
  return { ...detailed, interval: Math.max(one.interval, other.interval) };
}
