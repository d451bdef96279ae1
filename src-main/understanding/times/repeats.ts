import { Temporal } from 'temporal-polyfill';

export type Frequency = 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** `nth` counts within the month, from the end where negative; null is every one of them. */
export type RepeatedWeekday = { readonly weekday: number; readonly nth: number | null };

/** A recurrence, before it is written down as an RFC 5545 rule. */
export type Repeats = {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly weekdays: readonly RepeatedWeekday[];
  /** Days of the month; -1 is the last. */
  readonly monthDays: readonly number[];
  readonly month: number | null;
  /** Of the days that fit within a month, only this one, from the end where negative: -1 of the workdays is the last workday. */
  readonly position: number | null;
  readonly count: number | null;
  /** The last day on which it may happen. */
  readonly until: Temporal.PlainDate | null;
};

export const WORKDAYS: readonly RepeatedWeekday[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, nth: null }));
export const WEEKEND: readonly RepeatedWeekday[] = [6, 7].map((weekday) => ({ weekday, nth: null }));
const CODES = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export function repeating(frequency: Frequency, interval = 1, more: Partial<Repeats> = {}): Repeats {
  return {
    frequency,
    interval,
    weekdays: [],
    monthDays: [],
    month: null,
    position: null,
    count: null,
    until: null,
    ...more,
  };
}

/** The RFC 5545 rule. The end of a rule with a time of day is a moment in UTC, as the RFC asks. */
export function recurrenceRule(repeats: Repeats, start: Temporal.ZonedDateTime | null): string {
  const byDay = repeats.weekdays.map(({ weekday, nth }) => `${nth ?? ''}${CODES[weekday]}`);
  const parts = [
    `FREQ=${repeats.frequency}`,
    repeats.interval > 1 ? `INTERVAL=${repeats.interval}` : '',
    repeats.month === null ? '' : `BYMONTH=${repeats.month}`,
    repeats.monthDays.length > 0 ? `BYMONTHDAY=${repeats.monthDays.join(',')}` : '',
    byDay.length > 0 ? `BYDAY=${byDay.join(',')}` : '',
    repeats.position === null ? '' : `BYSETPOS=${repeats.position}`,
    repeats.count === null ? '' : `COUNT=${repeats.count}`,
    repeats.until === null ? '' : `UNTIL=${untilText(repeats.until, start)}`,
  ];
  return parts.filter((part) => part !== '').join(';');
}

function untilText(until: Temporal.PlainDate, start: Temporal.ZonedDateTime | null): string {
  if (start === null) return until.toString().replaceAll('-', '');
  const last = until.toZonedDateTime({ timeZone: start.timeZoneId, plainTime: start.toPlainTime() });
  return last.toInstant().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** The first day, from a day on, on which it happens. */
export function firstDay(repeats: Repeats, from: Temporal.PlainDate): Temporal.PlainDate {
  const { frequency, weekdays, monthDays, month } = repeats;
  if (frequency === 'YEARLY' && month !== null) return firstOf(yearlyDays(from, month, monthDays), from) ?? from;
  if (frequency === 'MONTHLY' && (monthDays.length > 0 || weekdays.length > 0)) {
    return firstOf(monthlyDays(from, repeats), from) ?? from;
  }
  if (weekdays.length === 0) return from;
  const wanted = new Set(weekdays.map(({ weekday }) => weekday));
  const next = Array.from({ length: 7 }, (_, days) => from.add({ days })).find((day) => wanted.has(day.dayOfWeek));
  return next ?? from;
}

function firstOf(days: Iterable<Temporal.PlainDate>, from: Temporal.PlainDate): Temporal.PlainDate | null {
  for (const day of days) if (Temporal.PlainDate.compare(day, from) >= 0) return day;
  return null;
}

function* yearlyDays(from: Temporal.PlainDate, month: number, days: readonly number[]): Generator<Temporal.PlainDate> {
  for (let year = from.year; year <= from.year + 8; year += 1) {
    const first = new Temporal.PlainDate(year, month, 1);
    yield* daysOfMonth(first, days.length > 0 ? days : [1]);
  }
}

function* monthlyDays(from: Temporal.PlainDate, repeats: Repeats): Generator<Temporal.PlainDate> {
  for (let months = 0; months <= 48; months += 1) {
    const first = from.with({ day: 1 }).add({ months });
    const byWeekday = repeats.weekdays.flatMap((weekday) => nthWeekday(first, weekday));
    const both = [...daysOfMonth(first, repeats.monthDays), ...byWeekday].sort(Temporal.PlainDate.compare);
    const { position } = repeats;
    const chosen = position === null ? both : [position > 0 ? both[position - 1] : both.at(position)];
    yield* chosen.filter((day) => day !== undefined);
  }
}

/** Days that this month doesn't have are left out, as calendars do. */
function daysOfMonth(first: Temporal.PlainDate, days: readonly number[]): readonly Temporal.PlainDate[] {
  return days
    .map((day) => (day < 0 ? first.daysInMonth + 1 + day : day))
    .filter((day) => day >= 1 && day <= first.daysInMonth)
    .sort((a, b) => a - b)
    .map((day) => first.with({ day }));
}

function nthWeekday(first: Temporal.PlainDate, { weekday, nth }: RepeatedWeekday): readonly Temporal.PlainDate[] {
  const start = 1 + ((weekday - first.dayOfWeek + 7) % 7);
  const all = [0, 7, 14, 21, 28].map((days) => start + days).filter((day) => day <= first.daysInMonth);
  const chosen = nth === null ? all : [nth > 0 ? all[nth - 1] : all.at(nth)];
  return chosen.filter((day) => day !== undefined).map((day) => first.with({ day }));
}
