import type { Temporal } from 'temporal-polyfill';
import { stampText } from '#connectors/sdk/calendar/time-value.ts';
import type { Zone } from '#connectors/sdk/calendar/zone.ts';
import { basicText, readRule, readUntil } from '#connectors/sdk/recurrence.ts';
import { partsOfRule } from '#connectors/sdk/recurrence-schema.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** So many occurrences are compared: of a monthly rule five years, so that a February with 28 days is among them. */
const COMPARED = 60;
const FAR = { years: 200 };

/** A whole series moves on its own clock: from `start` to `movedStart`, and every other time by as much. */
export type Shift = {
  readonly start: Temporal.PlainDateTime;
  readonly movedStart: Temporal.PlainDateTime;
  readonly clock: Zone;
};

/** A wall time of the series after the shift. */
export const shiftWall = (wall: Temporal.PlainDateTime, { start, movedStart }: Shift): Temporal.PlainDateTime =>
  wall.add(start.until(movedStart, { largestUnit: 'days' }));

/**
 * The rule by which a series repeats after a shift; null when there is none with the same rhythm, as
 * for “the last Friday” a day later. What comes once a year may move to another date of the year also
 * over the end of February, unless there are exceptions, which move by days.
 */
export function shiftRule(rrule: string, shift: Shift, hasExceptions: boolean): string | null {
  const parts = new Map(partsOfRule(rrule.toUpperCase()));
  const { start, movedStart } = shift;
  const keepsTime = start.toPlainTime().equals(movedStart.toPlainTime());
  if (!keepsTime && ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => parts.has(name))) return null;
  if (!shiftDays(parts, shift)) return null;
  const until = parts.get('UNTIL');
  if (until !== undefined) parts.set('UNTIL', shiftUntil(until, shift));
  const shifted = [...parts].map(([name, value]) => `${name}=${value}`).join(';');
  const mayBeDate = !hasExceptions && parts.get('FREQ') === 'YEARLY';
  return keepsRhythm(rrule, shifted, shift, mayBeDate) ? shifted : null;
}

/** Rewrites the parts that name days; false where a shifted rule cannot name them. */
function shiftDays(parts: Map<string, string>, { start, movedStart }: Shift): boolean {
  const { days } = start.toPlainDate().until(movedStart.toPlainDate(), { largestUnit: 'days' });
  if (days === 0) return true;
  if (['BYSETPOS', 'BYWEEKNO', 'BYYEARDAY'].some((name) => parts.has(name))) return false;
  const byDay = parts.get('BYDAY');
  const byMonthDay = parts.get('BYMONTHDAY');
  switch (parts.get('FREQ')) {
    case 'MONTHLY': {
      const dates = byMonthDay?.split(',').map(Number) ?? [];
      const moved = dates.map((date) => date + days);
      if (byMonthDay !== undefined) parts.set('BYMONTHDAY', moved.join());
      const inMonth = moved.every(
        (date, index) => Math.abs(date) <= 31 && Math.sign(date) === Math.sign(dates[index] ?? 0),
      );
      return inMonth && byDay === undefined && !parts.has('BYMONTH');
    }
    case 'YEARLY':
      if (parts.has('BYMONTH')) parts.set('BYMONTH', String(movedStart.month));
      if (byMonthDay !== undefined) parts.set('BYMONTHDAY', String(movedStart.day));
      return byDay === undefined;
    default:
      if (byDay !== undefined)
        parts.set(
          'BYDAY',
          byDay
            .split(',')
            .map((day) => laterWeekday(day, days))
            .join(),
        );
      // With the week's own start the same days stay together in a week, which matters every second week.
      if (byDay !== undefined) parts.set('WKST', laterWeekday(parts.get('WKST') ?? 'MO', days));
      return byMonthDay === undefined && !parts.has('BYMONTH');
  }
}

function laterWeekday(code: string, days: number): string {
  const index = weekdays.indexOf(code);
  return weekdays.at((index + days) % 7) ?? code;
}

/** The end of the series, written the way it was. */
function shiftUntil(until: string, shift: Shift): string {
  const wall = shiftWall(readUntil(until, shift.clock.toWall), shift);
  if (!until.includes('T')) return basicText(wall).slice(0, 8);
  return until.endsWith('Z') ? stampText(shift.clock.toMoment(wall)) : basicText(wall);
}

function keepsRhythm(rrule: string, shifted: string, shift: Shift, mayBeDate: boolean): boolean {
  const { start, movedStart, clock } = shift;
  const first = (from: Temporal.PlainDateTime, rule: string) =>
    readRule(from, rule, clock.toWall)?.between(from, from.add(FAR), COMPARED) ?? [];
  const before = first(start, rrule);
  const after = first(movedStart, shifted);
  const isDate = (wall: Temporal.PlainDateTime, moved: Temporal.PlainDateTime) =>
    mayBeDate && moved.equals(movedStart.with({ year: wall.year + movedStart.year - start.year }));
  return (
    before.length === after.length &&
    before.every((wall, index) => {
      const moved = after[index];
      return moved !== undefined && (moved.equals(shiftWall(wall, shift)) || isDate(wall, moved));
    })
  );
}
