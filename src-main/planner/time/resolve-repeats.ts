import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#main/planner/time/clock.ts';
import { resolveDays } from '#main/planner/time/resolve-days.ts';
import { isAhead, timed, timeOf } from '#main/planner/time/time-of-day.ts';
import type { When, WhenHabits } from '#main/planner/time/when.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import { isProblem, type WhenProblem } from '#main/planner/time/when-problem.ts';
import { firstDay, type Repeats, recurrenceRule } from '#main/understanding/times/repeats.ts';

const MOST_TIMES = 999;

/** The first occurrence of something that repeats, and its rule. */
export function resolveRepeats(said: WhenParts, habits: WhenHabits, clock: Clock): When | WhenProblem {
  const from = firstPossibleDay(said, clock);
  if (isProblem(from)) return from;
  const repeats = withEnd(withDays(said, clock), said, from, clock);
  if (repeats === null || repeats.frequency === 'MINUTELY') return { problem: 'too-often' };
  if (repeats.until !== null && Temporal.PlainDate.compare(repeats.until, from) < 0) return { problem: 'no-day' };
  if (repeats.frequency === 'HOURLY') return hourly(repeats, said, from, clock);
  if (said.time === undefined && (said.allDay || habits.allDay)) {
    const first = firstDay(repeats, from);
    return { kind: 'days', first, last: first, rrule: recurrenceRule(repeats, null) };
  }
  const time = timeOf(said, habits, null, clock);
  if (isProblem(time)) return time;
  const first = firstStart(repeats, from, time.time, clock);
  return timed(first, said, clock, recurrenceRule(repeats, first.toZonedDateTime(clock.timeZone)));
}

/** “every day from Monday” begins on Monday; without such words it begins as soon as it can. */
function firstPossibleDay(said: WhenParts, clock: Clock): Temporal.PlainDate | WhenProblem {
  const isPlainWeekday = said.days?.every(({ kind }) => kind === 'weekday' || kind === 'month-day') ?? true;
  if (said.days === undefined || (isPlainWeekday && !said.starts)) return clock.today;
  const days = resolveDays(said.days, clock);
  if (days === null || isProblem(days)) return days ?? clock.today;
  return Temporal.PlainDate.compare(days.first, clock.today) < 0 && !said.starts ? clock.today : days.first;
}

/** “every week on Monday” and “every month on the 1st” say the day beside the rhythm. */
function withDays(said: WhenParts, clock: Clock): Repeats | null {
  const { repeats, days } = said;
  if (repeats === undefined) return null;
  if (days === undefined || said.starts || repeats.weekdays.length + repeats.monthDays.length > 0) return repeats;
  const [day] = days;
  if (repeats.frequency === 'WEEKLY' && day?.kind === 'weekday') {
    return { ...repeats, weekdays: [{ weekday: day.weekday, nth: null }] };
  }
  if (repeats.frequency === 'MONTHLY' && day?.kind === 'month-day') return { ...repeats, monthDays: [day.day] };
  if (repeats.frequency === 'YEARLY' && day?.kind === 'date') {
    return { ...repeats, month: day.date.month, monthDays: [day.date.day] };
  }
  return repeats.frequency === 'DAILY' && day?.kind === 'weekday' && clock.today.dayOfWeek !== day.weekday
    ? { ...repeats, frequency: 'WEEKLY', weekdays: [{ weekday: day.weekday, nth: null }] }
    : repeats;
}

function withEnd(repeats: Repeats | null, said: WhenParts, from: Temporal.PlainDate, clock: Clock): Repeats | null {
  if (repeats === null) return null;
  const until = said.until === undefined ? null : resolveDays([said.until], { ...clock, today: from });
  const isDaily = repeats.frequency === 'DAILY' && repeats.interval === 1;
  const span = said.spanDays === undefined || isDaily ? null : from.add({ days: said.spanDays });
  const times = said.count ?? (isDaily ? said.spanDays : undefined);
  const stretch = said.days?.find((day) => day.kind === 'stretch');
  const last = until === null || isProblem(until) ? (stretch?.last ?? span) : until.last;
  const count = last === null && times !== undefined ? Math.min(times, MOST_TIMES) : null;
  return { ...repeats, until: last, count };
}

/** Something that happens every few hours begins when it was said, else when the first of them is over. */
function hourly(repeats: Repeats, said: WhenParts, from: Temporal.PlainDate, clock: Clock): When {
  const isSaid = said.time !== undefined || said.part !== undefined;
  const time = isSaid ? timeOf(said, { ...HOURLY_HABITS }, from, clock) : null;
  const start =
    time === null || isProblem(time)
      ? clock.now.add({ hours: repeats.interval }).round({ smallestUnit: 'minute' }).toPlainDateTime()
      : from.toPlainDateTime(time.time);
  const rule = recurrenceRule({ ...repeats, weekdays: [], monthDays: [] }, start.toZonedDateTime(clock.timeZone));
  return timed(start, said, clock, rule);
}

const HOURLY_HABITS: WhenHabits = {
  habit: 'morning',
  allDay: false,
  usualTime: new Temporal.PlainTime(9),
  soonest: true,
  aheadOnly: true,
};

/** The first day of the rhythm whose time is still to come. */
function firstStart(
  repeats: Repeats,
  from: Temporal.PlainDate,
  time: Temporal.PlainTime,
  clock: Clock,
): Temporal.PlainDateTime {
  const first = firstDay(repeats, from).toPlainDateTime(time);
  if (isAhead(first, clock) || Temporal.PlainDate.compare(from, clock.today) > 0) return first;
  return firstDay(repeats, from.add({ days: 1 })).toPlainDateTime(time);
}
