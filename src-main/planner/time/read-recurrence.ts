import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { type DayPart, readDayPart } from '#main/planner/time/day-part.ts';
import { pluralWeekday, WEEKDAYS } from '#main/planner/time/day-words.ts';
import { type Read, readOrdinal, readWholeNumber } from '#main/planner/time/number-words.ts';
import { readDay } from '#main/planner/time/read-day.ts';
import { type Frequency, type Repeats, repeating, WEEKEND, WORKDAYS } from '#main/understanding/times/repeats.ts';

export type Recurrence = { readonly repeats: Repeats; readonly part: DayPart | null };

const UNITS: Readonly<Record<string, readonly [Frequency, number]>> = {
  minute: ['MINUTELY', 1],
  hour: ['HOURLY', 1],
  day: ['DAILY', 1],
  week: ['WEEKLY', 1],
  fortnight: ['WEEKLY', 2],
  month: ['MONTHLY', 1],
  quarter: ['MONTHLY', 3],
  year: ['YEARLY', 1],
};
const ADVERBS: Readonly<Record<string, readonly [Frequency, number]>> = {
  hourly: ['HOURLY', 1],
  daily: ['DAILY', 1],
  weekly: ['WEEKLY', 1],
  fortnightly: ['WEEKLY', 2],
  biweekly: ['WEEKLY', 2],
  'bi-weekly': ['WEEKLY', 2],
  monthly: ['MONTHLY', 1],
  quarterly: ['MONTHLY', 3],
  yearly: ['YEARLY', 1],
  annually: ['YEARLY', 1],
};
const EVERY = new Set(['every', 'each', 'ev']);
const WORKDAY_NAMES = new Set(['weekday', 'weekdays', 'workday', 'workdays']);
const WEEKEND_NAMES = new Set(['weekend', 'weekends']);

/** What happens again and again, if it is said at this place. */
export function readRecurrence(tokens: readonly Token[], at: number, clock: Clock): Read<Recurrence> | null {
  return (
    readEvery(tokens, at, clock) ??
    readAdverb(tokens, at) ??
    readOfTheMonth(tokens, at) ??
    readPlurals(tokens, at) ??
    readOnceA(tokens, at)
  );
}

const recurring = (repeats: Repeats, next: number, part: DayPart | null = null): Read<Recurrence> => ({
  value: { repeats, part },
  next,
});

function readEvery(tokens: readonly Token[], at: number, clock: Clock): Read<Recurrence> | null {
  const start = tokens[at]?.lower === 'on' ? at + 1 : at;
  if (!EVERY.has(tokens[start]?.lower ?? '')) return null;
  const single = tokens[start + 1]?.lower === 'single' ? 1 : 0;
  const next = start + 1 + single;
  return (
    readOrdinalWeekday(tokens, next) ??
    readInterval(tokens, next) ??
    readWeekdayNames(tokens, next, 1) ??
    readUnit(tokens, next, 1) ??
    readEveryPart(tokens, next) ??
    readEveryDate(tokens, next, clock)
  );
}

/** `first Monday (of the month)`; `second Tuesday` without a month is every other Tuesday. */
function readOrdinalWeekday(tokens: readonly Token[], at: number): Read<Recurrence> | null {
  const isLast = tokens[at]?.lower === 'last';
  const nth = isLast ? { value: -1, next: at + 1 } : readOrdinal(tokens, at);
  if (nth === null || nth.value > 5) return null;
  const word = tokens[nth.next]?.lower ?? '';
  const weekday = WEEKDAYS.get(word);
  const month = endOfMonthWords(tokens, nth.next + 1);
  if (isLast && word === 'day' && month !== null) return recurring(repeating('MONTHLY', 1, { monthDays: [-1] }), month);
  if (weekday === undefined || (nth.value === 2 && month === null)) return null;
  const weekdays = [{ weekday, nth: nth.value }];
  return recurring(repeating('MONTHLY', 1, { weekdays }), month ?? nth.next + 1);
}

/** After “of every month”, “of each month” or “of the month”. */
function endOfMonthWords(tokens: readonly Token[], at: number): number | null {
  const of = ['of', 'in'].includes(tokens[at]?.lower ?? '') ? 1 : 0;
  const which = tokens[at + of]?.lower ?? '';
  const isEvery = EVERY.has(which) || (of === 1 && which === 'the') || which === 'a';
  return isEvery && tokens[at + of + 1]?.lower === 'month' ? at + of + 2 : null;
}

/** `other Tuesday`, `second week`, `2 weeks`, `three days`. */
function readInterval(tokens: readonly Token[], at: number): Read<Recurrence> | null {
  const word = tokens[at]?.lower ?? '';
  const other = word === 'other' || word === 'alternate' ? { value: 2, next: at + 1 } : null;
  const amount = other ?? readWholeNumber(tokens, at) ?? smallOrdinal(tokens, at);
  if (amount === null || amount.value < 1 || amount.value > 366) return null;
  return readWeekdayNames(tokens, amount.next, amount.value) ?? readUnit(tokens, amount.next, amount.value);
}

function smallOrdinal(tokens: readonly Token[], at: number): Read<number> | null {
  const read = readOrdinal(tokens, at);
  return read !== null && read.value >= 2 && read.value <= 12 ? read : null;
}

/** `Monday`, `Mon, Wed and Fri`, `weekday morning`, `weekend`. */
function readWeekdayNames(tokens: readonly Token[], at: number, interval: number): Read<Recurrence> | null {
  const word = tokens[at]?.lower ?? '';
  const isTwoWords =
    ['working', 'business', 'week', 'work', 'school'].includes(word) && /^days?$/.test(tokens[at + 1]?.lower ?? '');
  if (WORKDAY_NAMES.has(word) || isTwoWords)
    return withPart(tokens, at + (isTwoWords ? 2 : 1), weekly(WORKDAYS, interval));
  if (WEEKEND_NAMES.has(word)) return withPart(tokens, at + 1, weekly(WEEKEND, interval));
  const days = readWeekdayList(tokens, at, (name) => WEEKDAYS.get(name) ?? pluralWeekday(name));
  return days === null ? null : withPart(tokens, days.next, weekly(days.value, interval));
}

const weekly = (weekdays: Repeats['weekdays'], interval: number): Repeats =>
  repeating('WEEKLY', interval, { weekdays });

function withPart(tokens: readonly Token[], at: number, repeats: Repeats): Read<Recurrence> {
  const part = readDayPart(tokens, at, true);
  return recurring(repeats, part?.next ?? at, part?.value ?? null);
}

/** Weekdays joined by commas and “and”, or a range of them, each once and in the order of the week. */
function readWeekdayList(
  tokens: readonly Token[],
  at: number,
  weekdayOf: (word: string) => number | null,
): Read<Repeats['weekdays']> | null {
  const first = weekdayOf(tokens[at]?.lower ?? '');
  if (first === null) return null;
  const found = new Set([first]);
  let next = at + 1;
  const last = ['to', '-', '–', 'through'].includes(tokens[next]?.lower ?? '')
    ? weekdayOf(tokens[next + 1]?.lower ?? '')
    : null;
  if (last !== null) {
    for (let day = first; day !== last; day = (day % 7) + 1) found.add(day);
    return { value: inOrder(found.add(last)), next: next + 2 };
  }
  for (;;) {
    let after = next;
    while ([',', 'and', '&', '/', 'on', 'every', 'each'].includes(tokens[after]?.lower ?? '') && after < next + 3)
      after += 1;
    const weekday = after > next ? weekdayOf(tokens[after]?.lower ?? '') : null;
    if (weekday === null) return { value: inOrder(found), next };
    found.add(weekday);
    next = after + 1;
  }
}

const inOrder = (days: ReadonlySet<number>): Repeats['weekdays'] =>
  [...days].sort((a, b) => a - b).map((weekday) => ({ weekday, nth: null }));

function readUnit(tokens: readonly Token[], at: number, times: number): Read<Recurrence> | null {
  const word = tokens[at]?.lower ?? '';
  const unit = UNITS[word] ?? UNITS[word.replace(/s$/, '')];
  if (unit === undefined) return null;
  const [frequency, interval] = unit;
  return recurring(repeating(frequency, interval * times), at + 1);
}

function readEveryPart(tokens: readonly Token[], at: number): Read<Recurrence> | null {
  const part = readDayPart(tokens, at, true);
  return part === null ? null : recurring(repeating('DAILY'), part.next, part.value);
}

/** `4 May`, `May 4th`, `15th`, `1st of the month`, `1st and 15th`. */
function readEveryDate(tokens: readonly Token[], at: number, clock: Clock): Read<Recurrence> | null {
  const day = readDay(tokens, at, clock, true);
  if (day?.value.kind === 'date' && !day.value.yearSaid) {
    const { month, day: monthDay } = day.value.date;
    return recurring(repeating('YEARLY', 1, { month, monthDays: [monthDay] }), day.next);
  }
  return readMonthDays(tokens, at, /^\d/.test(tokens[at]?.lower ?? ''));
}

/** `the 1st and 15th of every month`, `the first Monday of the month`, `the last day of each month`. */
function readOfTheMonth(tokens: readonly Token[], at: number): Read<Recurrence> | null {
  const on = tokens[at]?.lower === 'on' ? 1 : 0;
  const the = tokens[at + on]?.lower === 'the' ? 1 : 0;
  const start = at + on + the;
  const isPlainWord = on + the === 0 && !/^(last|\d)/.test(tokens[start]?.lower ?? '');
  const weekday = isPlainWord ? null : readOrdinalWeekday(tokens, start);
  const endsWithMonth = tokens[(weekday?.next ?? 0) - 1]?.lower === 'month';
  return weekday !== null && endsWithMonth ? weekday : readMonthDays(tokens, start, false);
}

function readMonthDays(tokens: readonly Token[], at: number, monthMayBeLeftOut: boolean): Read<Recurrence> | null {
  const days: number[] = [];
  let next = at;
  for (let read = readOrdinal(tokens, at); read !== null && days.length < 31; ) {
    if (read.value < 1 || read.value > 31) return null;
    days.push(read.value);
    next = read.next;
    const day = tokens[next]?.lower === 'day' ? 1 : 0;
    next += day;
    const and = [',', 'and', '&'].includes(tokens[next]?.lower ?? '') ? 1 : 0;
    const the = tokens[next + and]?.lower === 'the' ? 1 : 0;
    read = and === 1 ? readOrdinal(tokens, next + and + the) : null;
  }
  const month = endOfMonthWords(tokens, next);
  if (days.length === 0 || (month === null && !monthMayBeLeftOut)) return null;
  return recurring(repeating('MONTHLY', 1, { monthDays: days.sort((a, b) => a - b) }), month ?? next);
}

function readAdverb(tokens: readonly Token[], at: number): Read<Recurrence> | null {
  const word = tokens[at]?.lower ?? '';
  if (word === 'nightly') return recurring(repeating('DAILY'), at + 1, 'night');
  const found = Object.hasOwn(ADVERBS, word) ? ADVERBS[word] : undefined;
  return found === undefined ? null : recurring(repeating(found[0], found[1]), at + 1);
}

/** `Mondays and Thursdays`, `on weekdays`, `at weekends`. */
function readPlurals(tokens: readonly Token[], at: number): Read<Recurrence> | null {
  const lead = ['on', 'at', 'during'].includes(tokens[at]?.lower ?? '') ? at + 1 : at;
  const start = tokens[lead]?.lower === 'the' && lead > at ? lead + 1 : lead;
  const word = tokens[start]?.lower ?? '';
  if (word === 'weekdays' || word === 'workdays') return withPart(tokens, start + 1, weekly(WORKDAYS, 1));
  if (word === 'weekends') return withPart(tokens, start + 1, weekly(WEEKEND, 1));
  if (pluralWeekday(word) === null) return null;
  const days = readWeekdayList(tokens, start, pluralWeekday);
  return days === null ? null : withPart(tokens, days.next, weekly(days.value, 1));
}

/** `once a week`, `once every 2 days`. */
function readOnceA(tokens: readonly Token[], at: number): Read<Recurrence> | null {
  if (tokens[at]?.lower !== 'once' || !['a', 'an', 'per', 'every', 'each'].includes(tokens[at + 1]?.lower ?? ''))
    return null;
  return readInterval(tokens, at + 2) ?? readUnit(tokens, at + 2, 1);
}
