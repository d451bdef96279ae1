import { Temporal } from 'temporal-polyfill';
import { bothHalves, type ChosenTime, chooseHalf } from '#main/planner/time/choose-half.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { HOURS_OF } from '#main/planner/time/day-part.ts';
import type { When, WhenHabits } from '#main/planner/time/when.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import type { WhenProblem } from '#main/planner/time/when-problem.ts';

/** The time of day that was said or is usual, or what stands in the way of choosing it. */
export function timeOf(
  said: WhenParts,
  habits: WhenHabits,
  date: Temporal.PlainDate | null,
  clock: Clock,
): ChosenTime | WhenProblem {
  const isToday = date?.equals(clock.today) ?? false;
  const isOpen = (time: Temporal.PlainTime) => !isToday || isAhead(clock.today.toPlainDateTime(time), clock);
  if (said.time === undefined) return usualTime(said, habits, date, isOpen);
  const likely = chooseHalf(said.time, said.part ?? null, habits.habit);
  const open = likely.filter(({ time, daysLater }) => daysLater > 0 || isOpen(time));
  const [only, second] = open;
  if (only !== undefined && second !== undefined) {
    return { problem: 'which-half', choices: open.map(({ time }) => time) };
  }
  const otherHalf = said.part === undefined ? bothHalves(said.time).find(isOpen) : undefined;
  const time = only ?? (otherHalf === undefined ? likely[0] : { time: otherHalf, daysLater: 0 });
  return time ?? noTime(said, date);
}

function usualTime(
  said: WhenParts,
  habits: WhenHabits,
  date: Temporal.PlainDate | null,
  isOpen: (time: Temporal.PlainTime) => boolean,
): ChosenTime | WhenProblem {
  if (habits.usualTime === null) return noTime(said, date);
  const usual = said.part === undefined ? habits.usualTime : new Temporal.PlainTime(HOURS_OF[said.part].usual);
  return isOpen(usual) ? { time: usual, daysLater: 0 } : noTime(said, date);
}

const noTime = (said: WhenParts, date: Temporal.PlainDate | null): WhenProblem => ({
  problem: 'no-time',
  date,
  part: said.part ?? null,
});

/** With its end, and moved forward where the clocks leave its time out. */
export function timed(
  start: Temporal.PlainDateTime,
  said: WhenParts,
  clock: Clock,
  rrule: string | null = null,
): Extract<When, { kind: 'timed' }> {
  const shown = rrule === null ? start.toZonedDateTime(clock.timeZone).toPlainDateTime() : start;
  return { kind: 'timed', start: shown, end: endOf(shown, said, clock), rrule };
}

function endOf(start: Temporal.PlainDateTime, said: WhenParts, clock: Clock): Temporal.PlainDateTime | null {
  if (said.minutes !== undefined) {
    return start.toZonedDateTime(clock.timeZone).add({ minutes: said.minutes }).toPlainDateTime();
  }
  if (said.endTime === undefined) return null;
  const onDay = bothHalves(said.endTime).map((time) => start.toPlainDate().toPlainDateTime(time));
  const later = onDay.find((one) => Temporal.PlainDateTime.compare(one, start) > 0);
  return later ?? onDay[0]?.add({ days: 1 }) ?? null;
}

export function isAhead(start: Temporal.PlainDateTime, clock: Clock): boolean {
  return Temporal.ZonedDateTime.compare(start.toZonedDateTime(clock.timeZone), clock.now) > 0;
}
