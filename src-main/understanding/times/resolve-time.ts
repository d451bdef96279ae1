import { Temporal } from 'temporal-polyfill';
import type { Dated } from '#main/understanding/times/dated.ts';
import type { DayPart } from '#main/understanding/times/day-part.ts';
import { type ClockTime, inHalf, usualHalf } from '#main/understanding/times/read-clock.ts';
import { type ClockRange, inOrder } from '#main/understanding/times/read-clock-range.ts';
import { plus } from '#main/understanding/times/read-relative.ts';
import { isDayLength, type Said } from '#main/understanding/times/read-time.ts';
import { firstDay, recurrenceRule } from '#main/understanding/times/repeats.ts';
import type { Setting } from '#main/understanding/times/setting.ts';

/** A time as the person means it: whole days or moments on their clock, an open side null. The end is exclusive. */
export type Resolved =
  | {
      readonly kind: 'days';
      readonly start: Temporal.PlainDate | null;
      readonly end: Temporal.PlainDate | null;
      readonly rrule: string | null;
      readonly grain: Dated['grain'];
    }
  | {
      readonly kind: 'timed';
      readonly start: Temporal.PlainDateTime | null;
      readonly end: Temporal.PlainDateTime | null;
      readonly rrule: string | null;
    };

const timed = (
  start: Temporal.PlainDateTime,
  end: Temporal.PlainDateTime | null,
  rrule: string | null = null,
): Resolved => ({ kind: 'timed', start, end, rrule });

/** Null where what is said doesn't exist, such as 30 February. */
export function resolve(said: Said, setting: Setting): Resolved | null {
  if (said.set !== undefined) return resolveSet(said, setting);
  const { day, moment } = said;
  if (moment !== undefined) return timed(moment.start, moment.end ?? endOf(moment.start, said));
  if (day !== undefined && day.span === null) return null;
  const start = day?.span?.start ?? null;
  if (day !== undefined && (day.grain !== 'day' || !hasClock(said))) return resolveDays(day, said);
  return onDay(start ?? dayFor(said, setting), said, setting.isEvening);
}

const hasClock = ({ clock, range, part }: Said): boolean =>
  clock !== undefined || range !== undefined || part !== undefined;

function resolveDays(day: Dated, said: Said): Resolved {
  const { start = null, end = null } = day.span ?? {};
  const { length } = said;
  const longer = isDayLength(length) && start !== null && day.grain === 'day' ? plus(start, length) : end;
  return { kind: 'days', start, end: longer, rrule: null, grain: isDayLength(length) ? 'other' : day.grain };
}

/** A time alone is today's if it is still to come, and otherwise tomorrow's. */
function dayFor(said: Said, { now, today, isEvening }: Setting): Temporal.PlainDate {
  const { start, end } = hoursOf(said, isEvening);
  const last = end ?? start;
  const isOver = Temporal.PlainDateTime.compare(at(today, last), now) < 0;
  return isOver ? today.add({ days: 1 }) : today;
}

function onDay(date: Temporal.PlainDate, said: Said, isEvening: boolean): Resolved {
  const { start, end } = hoursOf(said, isEvening);
  const begins = at(date, start);
  if (end === null) return timed(begins, endOf(begins, said));
  const ends = at(date, end);
  return timed(begins, Temporal.PlainDateTime.compare(ends, begins) > 0 ? ends : ends.add({ days: 1 }));
}

/** “from 2pm for two hours”. */
const endOf = (start: Temporal.PlainDateTime, { length }: Said): Temporal.PlainDateTime | null =>
  length === undefined ? null : plus(start, length);

type Hours = { readonly start: ClockTime; readonly end: ClockTime | null };

function hoursOf({ clock, range, part }: Said, isEvening: boolean): Hours {
  if (range !== undefined) return part === undefined ? settledRange(range) : rangeIn(range, part);
  if (clock !== undefined)
    return { start: part === undefined ? usualHalf(clock, isEvening) : clockIn(clock, part), end: null };
  return { start: hour(part?.from ?? 0), end: hour(part?.to ?? 24) };
}

const hour = (value: number): ClockTime => ({
  hour: Math.floor(value),
  minute: Math.round((value % 1) * 60),
  second: 0,
  sure: true,
});

const settledRange = ({ start, end }: ClockRange): Hours => inOrder(start, end);

/** 8 “this evening” is 20:00, and 2 “tonight” is 2:00. */
function clockIn(clock: ClockTime, { name }: DayPart): ClockTime {
  if (name === 'morning' || name === 'breakfast' || name === 'nighttime') return inHalf(clock, 'am');
  if (name === 'night') return inHalf(clock, 'night');
  return name === 'daytime' || name === 'work' || name === 'lunch' ? usualHalf(clock) : inHalf(clock, 'pm');
}

function rangeIn({ start, end }: ClockRange, part: DayPart): Hours {
  const plain = (time: ClockTime): ClockTime => clockIn(time, part);
  if (start.sure || end.sure) return inOrder(start, end.sure ? end : plain(end));
  return inOrder(plain(start), plain(end));
}

/** The night ends a second before midnight, so that it is still of its day. */
function at(date: Temporal.PlainDate, { hour: hours, minute, second }: ClockTime): Temporal.PlainDateTime {
  return hours >= 24
    ? date.toPlainDateTime({ hour: 23, minute: 59, second: 59 })
    : date.toPlainDateTime({ hour: hours, minute, second });
}

function resolveSet(said: Said, { today, now, timeZone, isEvening }: Setting): Resolved | null {
  const { set } = said;
  if (set === undefined) return null;
  const part = said.part ?? set.part ?? undefined;
  const whole: Said = { ...said, ...(part === undefined ? {} : { part }) };
  if (set.repeats.frequency === 'HOURLY' || set.repeats.frequency === 'MINUTELY')
    return timed(now, null, recurrenceRule(set.repeats, null));
  const day = firstDay(set.repeats, today);
  if (!hasClock(whole))
    return {
      kind: 'days',
      start: day,
      end: day.add({ days: 1 }),
      rrule: recurrenceRule(set.repeats, null),
      grain: 'day',
    };
  const first = onDay(day, whole, isEvening);
  if (first.kind !== 'timed' || first.start === null) return first;
  const isOver = Temporal.PlainDateTime.compare(first.start, now) < 0;
  const next = isOver ? onDay(firstDay(set.repeats, today.add({ days: 1 })), whole, isEvening) : first;
  const start = next.kind === 'timed' ? next.start : null;
  return { ...next, rrule: recurrenceRule(set.repeats, start?.toZonedDateTime(timeZone) ?? null) };
}
