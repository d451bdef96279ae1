import {
  isPluralWeekday,
  readMonth,
  readUnit,
  readWeekday,
  type Unit,
} from '#main/understanding/times/calendar-words.ts';
import { type DayPart, readDayPart } from '#main/understanding/times/day-part.ts';
import { readOrdinal, readWhole } from '#main/understanding/times/numbers.ts';
import { readNumericDate } from '#main/understanding/times/read-numeric-date.ts';
import { type Frequency, type Repeats, repeating, WEEKEND, WORKDAYS } from '#main/understanding/times/repeats.ts';
import { after, type Found, firstOf, isAt, skip, type Words } from '#main/understanding/times/words.ts';

/** What happens again and again, and the part of the day where that is said with it. */
export type Recurring = { readonly repeats: Repeats; readonly part: DayPart | null };

export function readSet(words: Words, at: number, monthFirst: boolean): Found<Recurring> | null {
  const start = skip(words, at, 'on', 'at', 'in', 'the', 'on the', 'for');
  return firstOf(
    () => readEvery(words, at, monthFirst),
    () => readAdverb(words, at),
    () => readNthOfEveryMonth(words, start),
    () => readPlural(words, start, start > at),
    () => readTimesA(words, at),
  );
}

const set = (repeats: Repeats, next: number, part: DayPart | null = null): Found<Recurring> => ({
  value: { repeats, part },
  next,
});

const FREQUENCIES: Readonly<Partial<Record<Unit, readonly [Frequency, number]>>> = {
  minute: ['MINUTELY', 1],
  hour: ['HOURLY', 1],
  day: ['DAILY', 1],
  week: ['WEEKLY', 1],
  fortnight: ['WEEKLY', 2],
  month: ['MONTHLY', 1],
  quarter: ['MONTHLY', 3],
  year: ['YEARLY', 1],
  decade: ['YEARLY', 10],
};

/** `every day`, `each two weeks`, `every other Friday`, `every weekday morning`, `every 4 May`, `any weekend`. */
function readEvery(words: Words, at: number, monthFirst: boolean): Found<Recurring> | null {
  if (isAt(words, at, 'everyday')) return set(repeating('DAILY'), at + 1);
  const lead = after(
    words,
    skip(words, at, 'on', 'at', 'in', 'for'),
    'every',
    'each',
    'each and every',
    'every single',
    'per',
    'any',
  );
  if (lead === null) return null;
  const isAny = words[lead - 1]?.text === 'any';
  if (isAny) return isAt(words, lead, 'weekend') ? set(weekly(WEEKEND, 1), lead + 1) : null;
  const date = readEveryDate(words, lead, monthFirst);
  if (date !== null) return date;
  const nth = readNthOfEveryMonth(words, lead, true);
  if (nth !== null) return nth;
  const other = after(words, lead, 'other', 'second', 'alternate', 'alternating');
  const count = other !== null ? { value: 2, next: other } : (readWhole(words, lead) ?? readOrdinal(words, lead));
  const interval = count?.value ?? 1;
  const next = count?.next ?? lead;
  if (interval < 1 || interval > 366) return null;
  return (
    readWeekdays(words, next, interval) ?? readEveryUnit(words, next, interval) ?? readEveryPart(words, next, interval)
  );
}

const weekly = (weekdays: Repeats['weekdays'], interval: number): Repeats =>
  repeating('WEEKLY', interval, { weekdays });

function readEveryUnit(words: Words, at: number, times: number): Found<Recurring> | null {
  const unit = readUnit(words, at);
  if (unit === null) return null;
  if (unit.value === 'workday') return withPart(words, unit.next, weekly(WORKDAYS, times));
  if (unit.value === 'weekend') return withPart(words, unit.next, weekly(WEEKEND, times));
  const found = FREQUENCIES[unit.value];
  return found === undefined ? null : withPart(words, unit.next, repeating(found[0], found[1] * times));
}

function readEveryPart(words: Words, at: number, interval: number): Found<Recurring> | null {
  const part = readDayPart(words, at);
  return part === null ? null : set(repeating('DAILY', interval), part.next, part.value);
}

function withPart(words: Words, at: number, repeats: Repeats): Found<Recurring> {
  const part = readDayPart(words, skip(words, at, 'in the', 'at'));
  return set(repeats, part?.next ?? at, part?.value ?? null);
}

/** `Monday`, `Mon, Wed and Fri`, `Monday to Thursday`. */
function readWeekdays(words: Words, at: number, interval: number): Found<Recurring> | null {
  const days = readWeekdayList(words, at);
  return days === null ? null : withPart(words, days.next, weekly(days.value, interval));
}

function readWeekdayList(words: Words, at: number): Found<Repeats['weekdays']> | null {
  const first = readWeekday(words, at);
  if (first === null) return null;
  const days = new Set([first.value]);
  let next = first.next;
  const through = after(words, next, 'to', '-', 'through', 'till', 'until');
  const last = through === null ? null : readWeekday(words, through);
  if (last !== null) {
    for (let day = first.value; day !== last.value; day = (day % 7) + 1) days.add(day);
    days.add(last.value);
    next = last.next;
  } else {
    for (;;) {
      const joint = after(words, next, ', and', ',', 'and', '&', '/', 'and on', 'and every', ', and every');
      const more = joint === null ? null : readWeekday(words, joint);
      if (more === null) break;
      days.add(more.value);
      next = more.next;
    }
  }
  return { value: [...days].sort((a, b) => a - b).map((weekday) => ({ weekday, nth: null })), next };
}

/** `every 4 May`, `each 4/15`, `every 15th`, `every March`. */
function readEveryDate(words: Words, at: number, monthFirst: boolean): Found<Recurring> | null {
  const numeric = readNumericDate(words, at, monthFirst);
  if (numeric?.value.day !== undefined && numeric.value.year === undefined)
    return set(
      repeating('YEARLY', 1, { month: numeric.value.month ?? null, monthDays: [numeric.value.day] }),
      numeric.next,
    );
  const month = readMonth(words, at);
  if (month !== null) {
    const day = readOrdinal(words, skip(words, month.next, 'the')) ?? readWhole(words, month.next);
    return set(
      repeating('YEARLY', 1, { month: month.value, ...(day === null ? {} : { monthDays: [day.value] }) }),
      day?.next ?? month.next,
    );
  }
  const day = readOrdinal(words, skip(words, at, 'the')) ?? readWhole(words, at);
  if (day === null || day.value > 31) return null;
  const named = readMonth(words, skip(words, day.next, 'of'));
  if (named !== null) return set(repeating('YEARLY', 1, { month: named.value, monthDays: [day.value] }), named.next);
  const isDay =
    readOrdinal(words, at) !== null &&
    /^\d/.test(words[at]?.text ?? '') &&
    readUnit(words, day.next) === null &&
    readWeekday(words, day.next) === null;
  return isDay
    ? set(
        repeating('MONTHLY', 1, { monthDays: [day.value] }),
        skip(words, day.next, 'of the month', 'of every month', 'of each month'),
      )
    : null;
}

/** `the first Monday of every month`, `the last working day of the month`, `the 15th of each month`. */
function readNthOfEveryMonth(words: Words, at: number, isEvery = false): Found<Recurring> | null {
  const nth = isAt(words, at, 'last')
    ? { value: -1, next: at + 1 }
    : isAt(words, at, 'second', 'to', 'last')
      ? { value: -2, next: at + 3 }
      : readOrdinal(words, at);
  if (nth === null || Math.abs(nth.value) > 31) return null;
  const weekday = readWeekday(words, nth.next);
  const unit = weekday === null ? readUnit(words, nth.next) : null;
  const next = weekday?.next ?? unit?.next ?? nth.next;
  const month = after(
    words,
    next,
    'of every month',
    'of each month',
    'of a month',
    'in every month',
    'every month',
    'each month',
    'in each month',
    'monthly',
    'of the month',
  );
  const isThe = month !== null && words[month - 2]?.text === 'the';
  if (month === null && !(isEvery && nth.value === -1 && (weekday !== null || unit !== null))) return null;
  const end = month ?? next;
  if (weekday !== null)
    return nth.value > 5
      ? null
      : set(repeating('MONTHLY', 1, { weekdays: [{ weekday: weekday.value, nth: nth.value }] }), end);
  if (unit?.value === 'workday') return set(repeating('MONTHLY', 1, { weekdays: WORKDAYS, position: nth.value }), end);
  if (unit !== null && unit.value !== 'day') return null;
  if (isThe && !isEvery && nth.value !== -1) return null;
  return set(repeating('MONTHLY', 1, { monthDays: [nth.value] }), end);
}

const ADVERBS: Readonly<Record<string, readonly [Frequency, number]>> = {
  hourly: ['HOURLY', 1],
  daily: ['DAILY', 1],
  nightly: ['DAILY', 1],
  weekly: ['WEEKLY', 1],
  fortnightly: ['WEEKLY', 2],
  biweekly: ['WEEKLY', 2],
  monthly: ['MONTHLY', 1],
  bimonthly: ['MONTHLY', 2],
  quarterly: ['MONTHLY', 3],
  semiannual: ['MONTHLY', 6],
  semiannually: ['MONTHLY', 6],
  biannually: ['MONTHLY', 6],
  yearly: ['YEARLY', 1],
  annual: ['YEARLY', 1],
  annually: ['YEARLY', 1],
  biennially: ['YEARLY', 2],
};

function readAdverb(words: Words, at: number): Found<Recurring> | null {
  const joined = after(
    words,
    at,
    'bi - weekly',
    'semi - annual',
    'semi - annually',
    'bi - monthly',
    'semi annual',
    'bi weekly',
    'semi annually',
  );
  const text =
    joined === null
      ? (words[at]?.text ?? '')
      : words
          .slice(at, joined)
          .map((word) => word.text)
          .join('')
          .replaceAll('-', '');
  const found = Object.hasOwn(ADVERBS, text) ? ADVERBS[text] : undefined;
  if (found === undefined) return null;
  const next = joined ?? at + 1;
  const days =
    text === 'weekly' || text === 'biweekly' || text === 'fortnightly'
      ? readWeekdayList(words, skip(words, next, 'on', 'every'))
      : null;
  return days === null ? set(repeating(...found), next) : set(weekly(days.value, found[1]), days.next);
}

/** `Sundays`, `Mondays and Thursdays`, `Tuesday afternoons`, `mornings`, `weekdays`, `at weekends`. */
function readPlural(words: Words, at: number, isLed: boolean): Found<Recurring> | null {
  const text = words[at]?.text ?? '';
  if (text === 'weekdays' || text === 'workdays') return withPart(words, at + 1, weekly(WORKDAYS, 1));
  if (text === 'weekends') return withPart(words, at + 1, weekly(WEEKEND, 1));
  if (/^(?:mornings|afternoons|evenings|nights)$/.test(text) && (!isLed || words[at - 1]?.text !== 'the')) {
    const part = readDayPart(words, at);
    return part === null ? null : set(repeating('DAILY'), part.next, part.value);
  }
  const days = readWeekdayList(words, at);
  if (days === null) return null;
  const part = readDayPart(words, days.next);
  const isPluralPart = part !== null && /s$/.test(words[part.next - 1]?.text ?? '');
  if (!isPluralWeekday(words, at) && !isPluralWeekday(words, days.next - 1) && !isPluralPart) return null;
  return set(
    weekly(days.value, 1),
    isPluralPart ? (part?.next ?? days.next) : days.next,
    isPluralPart ? (part?.value ?? null) : null,
  );
}

/** `once a week`, `twice a year`, `three times a day`, `one a day`. */
function readTimesA(words: Words, at: number): Found<Recurring> | null {
  const count = after(words, at, 'once', 'one', 'twice', '1');
  const times = count === null ? readWhole(words, at) : null;
  const lead = count ?? (times === null ? null : after(words, times.next, 'times', 'x'));
  const each = lead === null ? null : after(words, lead, 'a', 'an', 'per', 'each', 'every');
  const unit = each === null ? null : readUnit(words, each);
  const found = unit === null ? undefined : FREQUENCIES[unit.value];
  return unit === null || found === undefined ? null : set(repeating(...found), unit.next);
}
