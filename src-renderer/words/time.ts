import { spokenLocale, t } from '#contract/language/t.ts';
import type { Instant } from '#contract/model/instant.ts';
import { capitalised } from '#renderer/words/capitalised.ts';

/** Dates are said in the language of the sentences that they stand in. */
const locale = (): string => spokenLocale(typeof navigator === 'undefined' ? [] : navigator.languages);

/** Making one takes longer than all that is then said with it, so each is made once for the zone that one is in. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = locale();
  const key = `${language} ${new Date().getTimezoneOffset()} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}

const DAY = 24 * 60 * 60 * 1000;

/** `09:05`, or `9:05 AM` where that is the custom. */
export const clockTime = (at: Instant): string => format({ timeStyle: 'short' }).format(new Date(at));

/** The same for every moment of one day in the person's time zone: `2026-11-26`. */
export const dayKey = (at: Instant): string => dayParts.format(new Date(at));

const dayParts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** The last moment of a day such as `2026-11-26` in the person's time zone; null for what is no day. */
export function endOfDay(day: string): Instant | null {
  const end = isDate(day) ? new Date(`${day}T23:59:59.999`) : null;
  return end === null || Number.isNaN(end.getTime()) ? null : end.toISOString();
}

/** `Today`, `Yesterday`, `Tomorrow`, `Thursday 26 November`, with the year when it is another one; made to begin a line. */
export const dayName = (at: Instant, now: Date = new Date()): string =>
  capitalised(nearDay(at, now) ?? otherDay(at, now));

/** The same, made to stand inside a sentence: `yesterday`. */
export const dayInside = (at: Instant, now: Date = new Date()): string =>
  // Some languages put an article before the day.
  nearDay(at, now) ?? t`${otherDay(at, now)}`;

function nearDay(at: Instant, now: Date): string | null {
  const key = dayKey(at);
  if (isToday(at, now)) return t`today`;
  if (key === dayKey(new Date(now.getTime() - DAY).toISOString())) return t`yesterday`;
  return key === dayKey(new Date(now.getTime() + DAY).toISOString()) ? t`tomorrow` : null;
}

function otherDay(at: Instant, now: Date): string {
  const date = new Date(at);
  const sameYear = date.getFullYear() === now.getFullYear();
  return format({ weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(
    date,
  );
}

const isToday = (at: Instant, now: Date): boolean => dayKey(at) === dayKey(now.toISOString());

/** A day of the week by its number of ISO 8601, 1 to 7, and a month by its own, 1 to 12: `Monday`, `January`. */
export const weekdayName = (day: number): string =>
  format({ weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
export const monthName = (month: number): string =>
  format({ month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1)));

/** A date as `Intl` says it with these options. */
export const dateIn = (options: Intl.DateTimeFormatOptions, date: Date): string => format(options).format(date);

/** `today, 14:05` or `Thursday 26 November, 14:05`; made to stand inside a sentence. */
export const dayAndTime = (at: Instant, now: Date = new Date()): string => `${dayInside(at, now)}, ${clockTime(at)}`;

/** The same, made to begin a line. */
export const dayAndTimeFirst = (at: Instant, now: Date = new Date()): string => `${dayName(at, now)}, ${clockTime(at)}`;

/** How long ago or until, for a row that needs no more: `now`, `5 min ago`, then the day and time. */
export function whenShort(at: Instant, now: Date = new Date()): string {
  const minutes = Math.round((now.getTime() - new Date(at).getTime()) / 60_000);
  if (minutes >= 0 && minutes < 1) return t`Just now`;
  if (minutes > 0 && minutes < 60) return t`${minutes} min ago`;
  return isToday(at, now) ? clockTime(at) : dayName(at, now);
}

/** A wall-clock value without a zone (`2026-11-26T15:00:00`) as it is read. */
export function wallClock(value: string): string {
  const hasTime = value.includes('T');
  const date = new Date(`${hasTime ? value : `${value}T00:00:00`}Z`);
  return format({
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(hasTime ? { hour: 'numeric', minute: '2-digit' } : {}),
    timeZone: 'UTC',
  }).format(date);
}

export const isWallClock = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value);
export const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

export const listOf = (parts: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts);

/** `Ana or Bob` */
export const eitherOf = (parts: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(parts);

/** `3 things`, `1 thing`. */
export const figure = (count: number): string => numbers().format(count);
export const countOf = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

let madeNumbers: { readonly language: string; readonly made: Intl.NumberFormat } | null = null;

function numbers(): Intl.NumberFormat {
  const language = locale();
  if (madeNumbers?.language !== language) madeNumbers = { language, made: new Intl.NumberFormat(language) };
  return madeNumbers.made;
}

/** With one digit after the comma, or the point. */
export const tenths = (value: number): string =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** A share, from 0 to 1: `33%`, or `33 %` where that is the way. */
export const percent = (share: number): string => new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);

/** `the one thing`, `the 12 things`: all that was looked at. */
export const wholeThings = (count: number): string => (count === 1 ? t`the one thing` : t`the ${figure(count)} things`);

/** An amount in the currency's minor unit. */
export const moneyOf = (money: { readonly minor: number; readonly currency: string }): string =>
  inCurrency(money.currency).format(fromMinor(money.minor, money.currency));

/** Between the smallest unit and the whole one that people say. */
export const fromMinor = (minor: number, currency: string): number => minor / 10 ** digitsOf(currency);
export const toMinor = (amount: number, currency: string): number => Math.round(amount * 10 ** digitsOf(currency));

export const digitsOf = (currency: string): number => inCurrency(currency).resolvedOptions().maximumFractionDigits ?? 2;
const inCurrency = (currency: string) => new Intl.NumberFormat(locale(), { style: 'currency', currency });

/** Every currency by its code and name, in the order of the codes. */
export function currencyNames(): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames([locale()], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code}, ${names.of(code) ?? code}`,
  }));
}
