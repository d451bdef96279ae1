import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { wallOf } from '#connectors/sdk/local-time.ts';
import { readUntil } from '#connectors/sdk/recurrence.ts';
import { partsOfRule } from '#connectors/sdk/recurrence-schema.ts';
import { sayDay } from '#connectors/sdk/say-time.ts';
import type { TimeZone } from '#contract/model/instant.ts';

const days = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
type Day = keyof typeof days;
const dayCodes = Object.keys(days) as Day[];
const isDay = (code: string): code is Day => code in days;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const units: Readonly<Record<string, string>> = {
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

/** What repeats and since when; `startsAt` may be a date. */
export type Repeating = { readonly startsAt: string; readonly timeZone: TimeZone; readonly rrule: string };

/** `every month on the 1st`, `every weekday`, `every 2 weeks on Tuesday, until Friday 18 December`. */
export function sayRecurrence({ startsAt, timeZone, rrule }: Repeating, view: View): string {
  const parts = partsOfRule(rrule);
  const start = Temporal.PlainDateTime.from(startsAt);
  const rhythm = sayRhythm(parts, start);
  const until = parts.get('UNTIL');
  if (until !== undefined) {
    const last = readUntil(until, (moment) => wallOf(moment, timeZone));
    return `${rhythm}, until ${sayDay(last.toPlainDate(), view)}`;
  }
  const count = parts.get('COUNT');
  if (count === undefined) return rhythm;
  return `${rhythm}, ${count === '1' ? 'once' : `${count} times`}`;
}

function sayRhythm(parts: ReadonlyMap<string, string>, start: Temporal.PlainDateTime): string {
  const interval = Number(parts.get('INTERVAL') ?? 1);
  // “Daily, but only on these weekdays” is how some programs write a weekly rhythm.
  const isWeeklyInDisguise = parts.get('FREQ') === 'DAILY' && interval === 1 && parts.has('BYDAY');
  const frequency = isWeeklyInDisguise ? 'WEEKLY' : (parts.get('FREQ') ?? '');
  const unit = units[frequency];
  const usual = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH'];
  const where = [...parts.keys()].every((name) => usual.includes(name)) ? sayPlace(frequency, parts, start) : null;
  if (unit === undefined || where === null) return 'again and again, in a pattern of its own';
  if (frequency === 'WEEKLY' && interval === 1 && isWorkWeek(parts.get('BYDAY'))) return 'every weekday';
  if (frequency === 'WEEKLY' && interval === 1) return `every ${where}`;
  const every = interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
  return where === '' ? every : `${every} on ${where}`;
}

/** The days within the period; null where a sentence would be longer than it helps. */
function sayPlace(frequency: string, parts: ReadonlyMap<string, string>, start: Temporal.PlainDateTime): string | null {
  const byDay = parts.get('BYDAY')?.split(',');
  const byMonthDay = parts.get('BYMONTHDAY')?.split(',');
  const byMonth = parts.get('BYMONTH')?.split(',');
  if (byMonth !== undefined && (frequency !== 'YEARLY' || byMonth.length > 1)) return null;
  switch (frequency) {
    case 'WEEKLY':
      if (byMonthDay !== undefined) return null;
      return sayAll((byDay ?? [dayCodes[start.dayOfWeek - 1] ?? 'MO']).map(sayWeekday));
    case 'MONTHLY':
      if (byDay !== undefined) return byMonthDay === undefined ? sayAll(byDay.map(sayOrdinalDay)) : null;
      return sayAll((byMonthDay ?? [String(start.day)]).map(sayMonthDay));
    case 'YEARLY': {
      const month = months[Number(byMonth?.[0] ?? start.month) - 1] ?? null;
      if (month === null || (byMonthDay?.length ?? 1) > 1 || byMonthDay?.[0]?.startsWith('-')) return null;
      if (byDay === undefined) return `${byMonthDay?.[0] ?? start.day} ${month}`;
      const said = byMonth === undefined || byMonthDay !== undefined ? null : sayAll(byDay.map(sayOrdinalDay));
      return said === null ? null : `${said} of ${month}`;
    }
    default:
      return byDay === undefined && byMonthDay === undefined ? '' : null;
  }
}

const isWorkWeek = (byDay: string | undefined): boolean => byDay?.split(',').sort().join() === 'FR,MO,TH,TU,WE';

const sayWeekday = (code: string): string | null => (isDay(code) ? days[code] : null);

/** `2TU` → `the 2nd Tuesday`, `-1FR` → `the last Friday`. */
function sayOrdinalDay(code: string): string | null {
  const [, sign = '', place = '', day = ''] = /^([+-]?)(\d?)([A-Z]{2})$/.exec(code) ?? [];
  if (!isDay(day) || place === '') return null;
  if (sign !== '-') return `the ${ordinal(Number(place))} ${days[day]}`;
  return place === '1' ? `the last ${days[day]}` : `the ${ordinal(Number(place))} last ${days[day]}`;
}

function sayMonthDay(day: string): string {
  const number = Number(day);
  if (number === -1) return 'the last day';
  return number < 0 ? `the ${ordinal(-number)} last day` : `the ${ordinal(number)}`;
}

function ordinal(number: number): string {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${number}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? 'th'}`;
}

function sayAll(names: readonly (string | null)[]): string | null {
  if (names.length > 7 || !names.every((name) => name !== null)) return null;
  return new Intl.ListFormat('en-GB').format(names);
}
