import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { wallOf } from '#connectors/sdk/local-time.ts';
import { readUntil } from '#connectors/sdk/recurrence.ts';
import { partsOfRule } from '#connectors/sdk/recurrence-schema.ts';
import { sayDay } from '#connectors/sdk/say-time.ts';
import { sayAll, sayOrdinal, usualLocale } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import type { TimeZone } from '#contract/model/instant.ts';

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** In a leap year that begins on a Monday, so that every date has a day in it. */
const sayDate = (month: number, day: number, options: Intl.DateTimeFormatOptions): string =>
  new Date(Date.UTC(2024, month - 1, day)).toLocaleDateString(usualLocale(), { ...options, timeZone: 'UTC' });

const nameOfDay = (code: string): string => sayDate(1, dayCodes.indexOf(code) + 1, { weekday: 'long' });
const nameOfMonth = (month: number): string => sayDate(month, 1, { month: 'long' });

const each: Readonly<Record<string, string>> = {
  HOURLY: t`every hour`,
  DAILY: t`every day`,
  WEEKLY: t`every week`,
  MONTHLY: t`every month`,
  YEARLY: t`every year`,
};

const every: Readonly<Record<string, (interval: number) => string>> = {
  HOURLY: (interval) => t`every ${interval} hours`,
  DAILY: (interval) => t`every ${interval} days`,
  WEEKLY: (interval) => t`every ${interval} weeks`,
  MONTHLY: (interval) => t`every ${interval} months`,
  YEARLY: (interval) => t`every ${interval} years`,
};

/** What repeats and since when; `startsAt` may be a date. */
export type Repeating = { readonly startsAt: string; readonly timeZone: TimeZone; readonly rrule: string };

/** `every month on the 1st`, `every weekday`, `every 2 weeks on Tuesday, until Friday 18 December`. */
export function sayRecurrence(repeating: Repeating, view: View): string {
  const { rhythm, end } = recurrenceInParts(repeating, view);
  return end === null ? rhythm : `${rhythm}, ${end}`;
}

/** The same in two: `every 2 weeks on Tuesday`, and `until Friday 18 December` where it ends. */
export function recurrenceInParts(
  { startsAt, timeZone, rrule }: Repeating,
  view: View,
): { readonly rhythm: string; readonly end: string | null } {
  const parts = partsOfRule(rrule);
  const start = Temporal.PlainDateTime.from(startsAt);
  const rhythm = sayRhythm(parts, start);
  const until = parts.get('UNTIL');
  if (until !== undefined) {
    const last = readUntil(until, (moment) => wallOf(moment, timeZone));
    return { rhythm, end: t`until ${sayDay(last.toPlainDate(), view)}` };
  }
  const count = parts.get('COUNT');
  if (count === undefined) return { rhythm, end: null };
  return { rhythm, end: count === '1' ? t`once` : t`${count} times` };
}

function sayRhythm(parts: ReadonlyMap<string, string>, start: Temporal.PlainDateTime): string {
  const interval = Number(parts.get('INTERVAL') ?? 1);
  // “Daily, but only on these weekdays” is how some programs write a weekly rhythm.
  const isWeeklyInDisguise = parts.get('FREQ') === 'DAILY' && interval === 1 && parts.has('BYDAY');
  const frequency = isWeeklyInDisguise ? 'WEEKLY' : (parts.get('FREQ') ?? '');
  const usual = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH'];
  const where = [...parts.keys()].every((name) => usual.includes(name)) ? sayPlace(frequency, parts, start) : null;
  const said = interval === 1 ? each[frequency] : every[frequency]?.(interval);
  if (said === undefined || where === null) return t`again and again, in a pattern of its own`;
  if (frequency === 'WEEKLY' && interval === 1 && isWorkWeek(parts.get('BYDAY'))) return t`every weekday`;
  if (frequency === 'WEEKLY' && interval === 1) return t`every ${where}`;
  return where === '' ? said : `${said} ${t`on ${where}`}`;
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
      return sayEach((byDay ?? [dayCodes[start.dayOfWeek - 1] ?? 'MO']).map(sayWeekday));
    case 'MONTHLY':
      if (byDay !== undefined) return byMonthDay === undefined ? sayEach(byDay.map(sayOrdinalDay)) : null;
      return sayEach((byMonthDay ?? [String(start.day)]).map(sayMonthDay));
    case 'YEARLY': {
      const month = Number(byMonth?.[0] ?? start.month);
      if (!(month >= 1 && month <= 12) || (byMonthDay?.length ?? 1) > 1 || byMonthDay?.[0]?.startsWith('-'))
        return null;
      if (byDay === undefined)
        return sayDate(month, Number(byMonthDay?.[0] ?? start.day), { day: 'numeric', month: 'long' });
      const said = byMonth === undefined || byMonthDay !== undefined ? null : sayEach(byDay.map(sayOrdinalDay));
      return said === null ? null : t`${said} of ${nameOfMonth(month)}`;
    }
    default:
      return byDay === undefined && byMonthDay === undefined ? '' : null;
  }
}

const isWorkWeek = (byDay: string | undefined): boolean => byDay?.split(',').sort().join() === 'FR,MO,TH,TU,WE';

const sayWeekday = (code: string): string | null => (dayCodes.includes(code) ? nameOfDay(code) : null);

/** `2TU` → `the 2nd Tuesday`, `-1FR` → `the last Friday`. */
function sayOrdinalDay(code: string): string | null {
  const [, sign = '', place = '', day = ''] = /^([+-]?)(\d?)([A-Z]{2})$/.exec(code) ?? [];
  if (!dayCodes.includes(day) || place === '') return null;
  if (sign !== '-') return t`the ${sayOrdinal(Number(place))} ${nameOfDay(day)}`;
  return place === '1' ? t`the last ${nameOfDay(day)}` : t`the ${sayOrdinal(Number(place))} last ${nameOfDay(day)}`;
}

function sayMonthDay(day: string): string {
  const number = Number(day);
  if (number === -1) return t`the last day`;
  return number < 0 ? t`the ${sayOrdinal(-number)} last day` : dayOfMonth(number);
}

function dayOfMonth(day: number): string {
  const endings: Readonly<Record<string, string>> = {
    one: t`the ${day}st`,
    two: t`the ${day}nd`,
    few: t`the ${day}rd`,
  };
  return endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(day)] ?? t`the ${day}th`;
}

function sayEach(names: readonly (string | null)[]): string | null {
  return names.length <= 7 && names.every((name) => name !== null) ? sayAll(names) : null;
}
