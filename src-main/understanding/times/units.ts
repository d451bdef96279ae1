import type { Temporal } from 'temporal-polyfill';
import type { Unit } from '#main/understanding/times/calendar-words.ts';
import { type Dated, mondayOf, spanning } from '#main/understanding/times/dated.ts';

/** The week, month and so on that lies this many further on; null for what has no fixed place in the calendar. */
export function alignedUnit(unit: Unit, steps: number, today: Temporal.PlainDate, isComing = false): Dated | null {
  const from = begin(unit, today);
  if (from === null) return null;
  if (unit === 'weekend') return weekendOf(today, steps, isComing);
  const start = from.add(lengthOf(unit, steps));
  const grain = unit === 'week' || unit === 'month' || unit === 'year' ? unit : 'other';
  return spanning(grain, start, start.add(lengthOf(unit, 1)));
}

export function weekendOf(today: Temporal.PlainDate, steps: number, isComing: boolean): Dated {
  const saturday = mondayOf(today).add({ days: 5 + 7 * (isComing ? 0 : steps) });
  return spanning('other', saturday, saturday.add({ days: 2 }));
}

export function begin(unit: Unit, today: Temporal.PlainDate): Temporal.PlainDate | null {
  switch (unit) {
    case 'week':
    case 'fortnight':
    case 'weekend':
      return mondayOf(today);
    case 'month':
      return today.with({ day: 1 });
    case 'quarter':
      return today.with({ day: 1, month: today.month - ((today.month - 1) % 3) });
    case 'year':
      return today.with({ day: 1, month: 1 });
    case 'decade':
      return today.with({ day: 1, month: 1, year: today.year - (today.year % 10) });
    case 'century':
      return today.with({ day: 1, month: 1, year: today.year - (today.year % 100) });
    case 'day':
    case 'workday':
    case 'second':
    case 'minute':
    case 'hour':
      return null;
  }
}

export function lengthOf(unit: Unit, count: number): Temporal.DurationLike {
  switch (unit) {
    case 'week':
    case 'weekend':
      return { weeks: count };
    case 'fortnight':
      return { weeks: 2 * count };
    case 'month':
      return { months: count };
    case 'quarter':
      return { months: 3 * count };
    case 'year':
      return { years: count };
    case 'decade':
      return { years: 10 * count };
    case 'century':
      return { years: 100 * count };
    case 'hour':
      return { hours: count };
    case 'minute':
      return { minutes: count };
    case 'second':
      return { seconds: count };
    case 'day':
    case 'workday':
      return { days: count };
  }
}
