import type { Found, Words } from '#main/understanding/times/words.ts';

const named = (lines: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lines.flatMap((line, at) => line.split(' ').map((word) => [word, at + 1] as const)));

const MONTHS = named([
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
]);
const WEEKDAYS = named([
  'monday mon mondays',
  'tuesday tue tues tuesdays',
  'wednesday wed weds wedn wednesdays',
  'thursday thu thur thurs thursdays',
  'friday fri fridays',
  'saturday sat saturdays',
  'sunday sun sundays',
]);
/** Weekdays that are other words as well when short. */
const UNSURE = new Set(['sat', 'sun', 'mon', 'wed']);

export function readMonth(words: Words, at: number): Found<number> | null {
  const value = MONTHS.get(words[at]?.text ?? '');
  if (value === undefined) return null;
  const isShort = (words[at]?.text.length ?? 9) <= 4 && words[at]?.text !== 'may' && words[at]?.text !== 'june';
  const dot = isShort && words[at + 1]?.text === '.' && words[at + 1]?.glued && words[at + 2] !== undefined ? 1 : 0;
  return { value, next: at + 1 + dot };
}

/** A weekday from 1 (Monday) to 7. */
export function readWeekday(words: Words, at: number): Found<number> | null {
  const text = words[at]?.text ?? '';
  const bare = text.replace(/'s$/, '');
  const value = WEEKDAYS.get(bare);
  if (value === undefined) return null;
  const dot = bare.length <= 5 && words[at + 1]?.text === '.' && words[at + 1]?.glued && words[at + 2] ? 1 : 0;
  return { value, next: at + 1 + dot };
}

export const isUnsureWeekday = (words: Words, at: number): boolean => UNSURE.has(words[at]?.text ?? '');
export const isPluralWeekday = (words: Words, at: number): boolean => /days$/.test(words[at]?.text ?? '');

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'workday'
  | 'week'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

const UNITS: Readonly<Record<string, Unit>> = {
  second: 'second',
  sec: 'second',
  minute: 'minute',
  min: 'minute',
  hour: 'hour',
  hr: 'hour',
  h: 'hour',
  day: 'day',
  workday: 'workday',
  weekday: 'workday',
  week: 'week',
  wk: 'week',
  fortnight: 'fortnight',
  weekend: 'weekend',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  yr: 'year',
  decade: 'decade',
  century: 'century',
};

export function readUnit(words: Words, at: number): Found<Unit> | null {
  const text = (words[at]?.text ?? '').replace(/'s?$/, '');
  const isWork = ['business', 'working', 'work'].includes(text) && /^days?$/.test(words[at + 1]?.text ?? '');
  if (isWork) return { value: 'workday', next: at + 2 };
  if (text === 'centuries') return { value: 'century', next: at + 1 };
  const unit = Object.hasOwn(UNITS, text) ? UNITS[text] : UNITS[text.replace(/s$/, '')];
  return unit === undefined ? null : { value: unit, next: at + 1 };
}

/** Seconds, minutes and hours run on the clock; all else is counted in days. */
export const isOnClock = (unit: Unit): boolean => unit === 'second' || unit === 'minute' || unit === 'hour';
