import { Temporal } from 'temporal-polyfill';
import { bothHalves } from '#main/planner/time/choose-half.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { type Days, resolveDays } from '#main/planner/time/resolve-days.ts';
import { resolveRepeats } from '#main/planner/time/resolve-repeats.ts';
import { isAhead, timed, timeOf } from '#main/planner/time/time-of-day.ts';
import type { When, WhenHabits } from '#main/planner/time/when.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import { isProblem, type WhenProblem } from '#main/planner/time/when-problem.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
/** Hours at which nobody means the night when they say a bare hour. */
const AWAKE = { from: 6, to: 24 };
const MOST_CHOICES = 5;

/** The one time that was meant, or what stands in the way. */
export function resolveWhen(said: WhenParts, habits: WhenHabits, clock: Clock): When | WhenProblem {
  const when = resolveUnchecked(said, habits, clock);
  if (isProblem(when)) return when;
  const first = when.kind === 'timed' ? when.start.year : when.first.year;
  const last = when.kind === 'timed' ? (when.end ?? when.start).year : when.last.year;
  if (first < FIRST_YEAR || last >= LAST_YEAR) return { problem: 'too-far' };
  const start = when.kind === 'timed' && when.rrule === null ? when.start : null;
  return habits.aheadOnly && start !== null && !isAhead(start, clock) ? { problem: 'passed', start } : when;
}

function resolveUnchecked(said: WhenParts, habits: WhenHabits, clock: Clock): When | WhenProblem {
  if (said.eitherDay !== undefined) return { problem: 'which-day', choices: said.eitherDay };
  if (said.minutesBefore !== undefined) return { problem: 'no-day' };
  if (said.moment !== undefined) return timed(said.moment.toPlainDateTime(), said, clock);
  if (said.repeats !== undefined) return resolveRepeats(said, habits, clock);
  const days = resolveDays(said.days ?? [], clock);
  if (days === null) return withoutDay(said, habits, clock);
  return isProblem(days) ? days : onDays(days, said, habits, clock);
}

function onDays(days: Days, said: WhenParts, habits: WhenHabits, clock: Clock): When | WhenProblem {
  const last = lastOf(days, said, clock);
  if (isProblem(last)) return last;
  const isWhole = said.time === undefined && (said.allDay || habits.allDay || said.lastDay || said.spanDays);
  if (isWhole) return { kind: 'days', first: days.first, last, rrule: null };
  if (days.grain !== 'day') return { problem: 'day-within', days: someOf(days, clock) };
  const time = timeOf(said, habits, days.first, clock);
  if (isProblem(time)) return time;
  return timed(days.first.add({ days: time.daysLater }).toPlainDateTime(time.time), said, clock);
}

function lastOf(days: Days, said: WhenParts, clock: Clock): Temporal.PlainDate | WhenProblem {
  if (said.spanDays !== undefined) return days.first.add({ days: said.spanDays - 1 });
  if (said.lastDay === undefined) return days.last;
  const last = resolveDays([said.lastDay], { ...clock, today: days.first });
  if (last === null || isProblem(last)) return last ?? days.last;
  return Temporal.PlainDate.compare(last.last, days.first) < 0 ? { problem: 'no-day' } : last.last;
}

/** A time without a day is the next such time, where that is the custom. */
function withoutDay(said: WhenParts, habits: WhenHabits, clock: Clock): When | WhenProblem {
  if (!habits.soonest || (said.time === undefined && said.part === undefined)) return { problem: 'no-day' };
  if (said.time === undefined || said.part !== undefined || habits.habit !== 'any') {
    const time = timeOf(said, habits, null, clock);
    if (isProblem(time)) return time;
    const start = clock.today.add({ days: time.daysLater }).toPlainDateTime(time.time);
    return timed(isAhead(start, clock) ? start : start.add({ days: 1 }), said, clock);
  }
  const starts = bothHalves(said.time).map((time) => {
    const start = clock.today.toPlainDateTime(time);
    return isAhead(start, clock) ? start : start.add({ days: 1 });
  });
  const awake = starts.filter(({ hour }) => said.time?.sure || (hour >= AWAKE.from && hour < AWAKE.to));
  const next = [...awake].sort(Temporal.PlainDateTime.compare)[0] ?? starts.at(-1);
  return next === undefined ? { problem: 'no-day' } : timed(next, said, clock);
}

/** A few days of a stretch to choose from, none of them past. */
function someOf(days: Days, clock: Clock): readonly Temporal.PlainDate[] {
  const isUnderWay = Temporal.PlainDate.compare(days.first, clock.today) < 0;
  const from = isUnderWay && Temporal.PlainDate.compare(days.last, clock.today) >= 0 ? clock.today : days.first;
  const length = Math.max(1, Math.min(MOST_CHOICES, from.until(days.last, { largestUnit: 'days' }).days + 1));
  return Array.from({ length }, (_, later) => from.add({ days: later }));
}
