import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#main/planner/time/clock.ts';
import type { DayWord, Grain } from '#main/planner/time/day-word.ts';
import { daysUntil } from '#main/planner/time/read-day.ts';
import type { WhenProblem } from '#main/planner/time/when-problem.ts';

/** One day, or a stretch of days of which none was chosen. Both ends belong to it. */
export type Days = {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly grain: Grain | 'day';
};

type DayWordOf<Kind extends DayWord['kind']> = Extract<DayWord, { kind: Kind }>;

/** The days that these words mean together; null when there are no words. */
export function resolveDays(words: readonly DayWord[], clock: Clock): Days | WhenProblem | null {
  const date = ofKind(words, 'date');
  const weekday = ofKind(words, 'weekday');
  const monthDay = ofKind(words, 'month-day');
  const stretch = ofKind(words, 'stretch');
  if (date !== undefined) return checked(date.date, weekday, clock);
  if (monthDay !== undefined) return fromMonthDay(monthDay.day, stretch, weekday, clock);
  if (weekday !== undefined) return fromWeekday(weekday, stretch, clock);
  if (stretch !== undefined) return { first: stretch.first, last: stretch.last, grain: stretch.grain };
  return null;
}

export const oneDay = (date: Temporal.PlainDate): Days => ({ first: date, last: date, grain: 'day' });

function ofKind<Kind extends DayWord['kind']>(words: readonly DayWord[], kind: Kind): DayWordOf<Kind> | undefined {
  return words.find((word): word is DayWordOf<Kind> => word.kind === kind);
}

/** A weekday said beside a date has to be that date's. */
function checked(
  date: Temporal.PlainDate,
  weekday: DayWordOf<'weekday'> | undefined,
  clock: Clock,
): Days | WhenProblem {
  if (weekday === undefined || date.dayOfWeek === weekday.weekday) return oneDay(date);
  const isToday = date.equals(clock.today) && weekday.weekday === date.dayOfWeek;
  return isToday ? oneDay(date) : { problem: 'days-differ', date };
}

/** The next such day of a month, or that day of the month that was said. Months without it are passed over. */
function fromMonthDay(
  day: number,
  stretch: DayWordOf<'stretch'> | undefined,
  weekday: DayWordOf<'weekday'> | undefined,
  clock: Clock,
): Days | WhenProblem {
  const from = stretch?.first ?? clock.today;
  for (let months = 0; months < 12; months += 1) {
    const month = from.with({ day: 1 }).add({ months });
    if (day > month.daysInMonth) continue;
    const date = month.with({ day });
    if (Temporal.PlainDate.compare(date, from) >= 0) return checked(date, weekday, clock);
  }
  return { problem: 'no-day' };
}

function fromWeekday(
  { weekday, which, weeksLater }: DayWordOf<'weekday'>,
  stretch: DayWordOf<'stretch'> | undefined,
  clock: Clock,
): Days {
  if (stretch !== undefined && stretch.grain !== 'days') {
    return oneDay(stretch.first.add({ days: (weekday - stretch.first.dayOfWeek + 7) % 7 }));
  }
  const { today } = clock;
  const ahead = daysUntil(today, weekday);
  if (which === 'last') return oneDay(today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 || 7 }));
  if (which === 'next') return oneDay(today.add({ days: 7 - today.dayOfWeek + weekday }));
  if (which === 'this') return oneDay(today.add({ days: weekday === today.dayOfWeek ? 0 : ahead }));
  return oneDay(today.add({ days: ahead + 7 * weeksLater }));
}
