import { Temporal } from 'temporal-polyfill';
import {
  isPluralWeekday,
  isUnsureWeekday,
  readMonth,
  readUnit,
  readWeekday,
} from '#main/understanding/times/calendar-words.ts';
import { type Dated, type DateParts, dated, mondayOf, onDay, settled } from '#main/understanding/times/dated.ts';
import { nthWeekday, readHoliday } from '#main/understanding/times/holidays.ts';
import { fullYear, readOrdinal, readWhole, readYear } from '#main/understanding/times/numbers.ts';
import { readNumericDate } from '#main/understanding/times/read-numeric-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, isEnd, longestOf, skip, type Words } from '#main/understanding/times/words.ts';

/** One day, however it is said. */
export function readDate(words: Words, at: number, setting: Setting): Found<Dated> | null {
  const { today } = setting;
  return longestOf(
    readNamedDay(words, at, today),
    readHoliday(words, at, today),
    readFullDate(words, at, setting),
    readRelativeWeekday(words, at, today),
    readNthOfMonth(words, at, setting),
  );
}

const found = (date: Temporal.PlainDate, next: number | null): Found<Dated> | null =>
  next === null ? null : { value: onDay(date), next };

const TOMORROW = ['tomorrow', 'tmrw', 'tmr', 'tomorow', 'tommorow', 'tommorrow'];
/** Days that are named by how far they are from today, the longer names first. */
const NAMED_DAYS: readonly (readonly [days: number, names: readonly string[]])[] = [
  [2, TOMORROW.flatMap((word) => [`the day after ${word}`, `day after ${word}`])],
  [-2, ['the day before yesterday', 'day before yesterday']],
  [1, [...TOMORROW, 'the day after', 'the next day', 'next day', 'the following day']],
  [-1, ['yesterday', 'the day before', 'the previous day', 'last day', 'past day']],
  [0, ['today', "today's", 'this day', 'the day', 'the current day', 'the same day', 'same day']],
];

/** `today`, `tomorrow`, `the day after tomorrow`, `the day`. */
function readNamedDay(words: Words, at: number, today: Temporal.PlainDate): Found<Dated> | null {
  for (const [days, names] of NAMED_DAYS) {
    const next = after(words, at, ...names);
    if (next !== null) return found(today.add({ days }), next);
  }
  return null;
}

/** A month's day with or without weekday and year, in words or numbers. */
function readFullDate(words: Words, at: number, setting: Setting): Found<Dated> | null {
  const { today, monthFirst } = setting;
  const weekday = readWeekday(words, skip(words, at, 'this', 'next', 'last', 'on'));
  const start = weekday === null ? at : skip(words, weekday.next, ', the', ',', 'the', ', on', 'on the', '-', '(');
  const day = longestOf(
    readNumericDate(words, start, monthFirst),
    readMonthDay(words, start),
    weekday === null ? null : readBareDay(words, start),
  );
  if (day === null) return null;
  const year = day.value.year === undefined && day.value.month !== undefined ? readYearAfter(words, day.next) : null;
  const withYear = year === null ? day : { value: { ...day.value, year: year.value }, next: year.next };
  const isMonth = day.value.day === undefined;
  if (isMonth) return null;
  const parts: DateParts =
    withYear.value.month === undefined && weekday !== null
      ? { ...withYear.value, weekday: weekday.value }
      : withYear.value;
  const isSlash = /^[./-]$/.test(words[start + 1]?.text ?? '') && /^\d{1,2}$/.test(words[start]?.text ?? '');
  const isDubious = isSlash && words[start + 1]?.text !== '/' && withYear.next - start === 3;
  if (isDubious && weekday === null && !isBefore(words, start)) return null;
  const isThis = isAt(words, at, 'this') && parts.year === undefined && parts.month !== undefined;
  const value = settled(isThis ? { ...parts, year: today.year } : parts, today);
  const isOpen = isAt(words, start - 1, '(');
  if (isDubious && weekday !== null && value.span?.start?.dayOfWeek !== weekday.value) return null;
  const next = isOpen ? skip(words, withYear.next, ')') : withYear.next;
  return { value, next: skipWeekdayAfter(words, next, weekday !== null) };
}

/** “5.12” and “7-6” are dates only behind a word that wants one. */
const isBefore = (words: Words, at: number): boolean =>
  ['on', 'by', 'until', 'before', 'after', 'since', 'from', 'to', '-', 'this'].includes(words[at - 1]?.text ?? '') &&
  words[at]?.glued !== true;

/** `5 May (Tuesday)`. */
function skipWeekdayAfter(words: Words, at: number, isSaid: boolean): number {
  const opens = skip(words, at, '(', ',');
  const weekday = isSaid || opens === at ? null : readWeekday(words, opens);
  return weekday === null || isPluralWeekday(words, opens) ? at : skip(words, weekday.next, ')');
}

/** `May 4th`, `4th of May`, `May the fourth`, `twenty five January`, `dec31`. */
function readMonthDay(words: Words, at: number): Found<DateParts> | null {
  const month = readMonth(words, at);
  if (month !== null) {
    const dayAt = skip(words, month.next, 'the', ',', '-', '/', '.');
    const day = readOrdinal(words, dayAt) ?? readWhole(words, dayAt);
    // “October. 2” is a day, “in October. 2 friends” is not.
    if (isAt(words, dayAt - 1, '.') && day !== null && month.next < dayAt && !isEnd(words, day.next)) return null;
    const isDay = day !== null && day.value >= 1 && day.value <= 31 && isFree(words, day.next, day.value);
    return isDay ? { value: { month: month.value, day: day.value }, next: skip(words, day.next, 'day') } : null;
  }
  const dayAt = skip(words, at, 'the');
  if (/^[$€£]$/.test(words[dayAt - 1]?.text ?? '')) return null;
  const day = readOrdinal(words, dayAt) ?? readWhole(words, dayAt);
  if (day === null || day.value < 1 || day.value > 31) return null;
  const monthAt = skip(words, day.next, 'of', 'day of', '-');
  const after2 = readMonth(words, monthAt);
  if (after2 === null || (monthAt === day.next && words[monthAt]?.text === 'may' && isModal(words, monthAt)))
    return null;
  return { value: { month: after2.value, day: day.value }, next: after2.next };
}

/** “June 26 people” is June and a number; “May 5:30” is a time. */
function isFree(words: Words, next: number, day: number): boolean {
  const following = words[next];
  if (following?.glued && /^(?::|am|pm|a|p|%|\/)$/.test(following.text)) return false;
  return !(day <= 12 && isAt(words, next, ':'));
}

const isModal = (words: Words, at: number): boolean =>
  /^(?:i|we|you|be|have|not|get|need|he|she|they)$/.test(words[at + 1]?.text ?? '');

/** `2019`, `, 1994`, `of 87`, `'99`. */
function readYearAfter(words: Words, at: number): Found<number> | null {
  const next = skip(words, at, ', of', ',', 'of', 'in', '-', '/', ', in');
  // Before 1500 a number of four digits may be a time, unless no clock has it.
  const text = words[next]?.text ?? '';
  if (next === at && /^1[0-4][6-9]\d$/.test(text)) return { value: Number(text), next: next + 1 };
  const year = readYear(words, next);
  if (year !== null && !isAt(words, year.next, ':')) return year;
  const short = /^\d{2}$/.test(words[next]?.text ?? '') && (isAt(words, at, 'of') || isAt(words, at, "'"));
  return short ? { value: fullYear(Number(words[next]?.text)), next: next + 1 } : null;
}

/** The day of a month behind its weekday: “Monday the 24th”, “Wed 13th”. */
function readBareDay(words: Words, at: number): Found<DateParts> | null {
  const day = readOrdinal(words, at);
  return day !== null && day.value <= 31 && readUnit(words, day.next) === null
    ? { value: { day: day.value }, next: day.next }
    : null;
}

/** `Friday`, `next Friday`, `Friday of next week`, `next week Wednesday`, `this upcoming Friday`. */
function readRelativeWeekday(words: Words, at: number, today: Temporal.PlainDate): Found<Dated> | null {
  const week = readWeekShift(words, at);
  if (week !== null) {
    const weekday = readWeekday(words, skip(words, week.next, 'on', ',', 'on the'));
    return weekday === null ? null : found(dayOfWeek(today, week.value, weekday.value), weekday.next);
  }
  const upcoming = after(
    words,
    at,
    'this upcoming',
    'upcoming',
    'coming',
    'this coming',
    'the coming',
    'the upcoming',
    'this next',
  );
  const shifted = upcoming === null ? readShift(words, at) : null;
  const lead = upcoming ?? shifted?.next ?? skip(words, at, 'on', 'the');
  const weekday = readWeekday(words, lead);
  if (weekday === null || (isPluralWeekday(words, lead) && lead === at)) return null;
  if (upcoming !== null) return found(dayAhead(today.add({ days: 1 }), weekday.value), weekday.next);
  if (shifted !== null) return found(dayOfWeek(today, shifted.value, weekday.value), weekday.next);
  const ofWeek = readWeekShift(words, skip(words, weekday.next, 'of the', 'of', 'in', ',', 'the'));
  if (ofWeek !== null) return found(dayOfWeek(today, ofWeek.value, weekday.value), ofWeek.next);
  if (isUnsureWeekday(words, lead) && words[lead - 1]?.text === 'the') return null;
  const isLed = lead > at && words[lead - 1]?.text === 'on';
  if (isUnsureWeekday(words, lead) && !isLed && !isNearTime(words, weekday.next)) return null;
  return { value: dated({ weekday: weekday.value }, today), next: weekday.next };
}

/** “sat”, “sun”, “mon” and “wed” are days only beside something that belongs to a day. */
const isNearTime = (words: Words, next: number): boolean =>
  next >= words.length ||
  /^(?:at|from|to|and|or|morning|afternoon|evening|night|next|-|,|\.|\?|!|\d+|before|after|by)$/.test(
    words[next]?.text ?? '',
  );

const dayAhead = (from: Temporal.PlainDate, weekday: number): Temporal.PlainDate =>
  from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });

const dayOfWeek = (today: Temporal.PlainDate, weeks: number, weekday: number): Temporal.PlainDate =>
  mondayOf(today).add({ days: weeks * 7 + weekday - 1 });

const SHIFTS: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  next: 1,
  following: 1,
  last: -1,
  previous: -1,
  past: -1,
};

/** `this`, `next`, `last`, `the following` and the like, as how many further on. */
export function readShift(words: Words, at: number): Found<number> | null {
  const next = skip(words, at, 'the', 'on');
  const twice = isAt(words, next, 'after', 'next') ? 1 : 0;
  const text = words[next + twice]?.text ?? '';
  const shift = Object.hasOwn(SHIFTS, text) ? SHIFTS[text] : undefined;
  return shift === undefined ? null : { value: shift + twice, next: next + twice + 1 };
}

function readWeekShift(words: Words, at: number): Found<number> | null {
  const shift = readShift(words, at);
  return shift !== null && isAt(words, shift.next, 'week') ? { value: shift.value, next: shift.next + 1 } : null;
}

/** `the first Monday of next month`, `the last Friday in June 2020`, `the 15th day of next month`, `the last working day of the month`. */
function readNthOfMonth(words: Words, at: number, { today }: Setting): Found<Dated> | null {
  const start = skip(words, at, 'the', 'on the');
  const nth = isAt(words, start, 'last') ? { value: -1, next: start + 1 } : readOrdinal(words, start);
  if (nth === null) return null;
  const weekday = readWeekday(words, nth.next);
  const unit = weekday === null ? readUnit(words, nth.next) : null;
  const isBare = weekday === null && unit === null && nth.value > 0;
  if (weekday === null && !isBare && unit?.value !== 'day' && unit?.value !== 'workday') return null;
  const next = weekday?.next ?? unit?.next ?? nth.next;
  const month = readMonthOf(words, next, today);
  if (month === null || (isBare && !isAt(words, month.next - 1, 'month'))) return null;
  const { year, month: number } = month.value;
  if (weekday !== null) return found(nthWeekday(year, number, weekday.value, nth.value), month.next);
  const days = daysOf(year, number).filter(({ dayOfWeek: day }) => unit?.value !== 'workday' || day <= 5);
  const day = nth.value < 0 ? days.at(nth.value) : days[nth.value - 1];
  if (day !== undefined) return found(day, month.next);
  return isBare && nth.value <= 31 ? { value: { grain: 'day', span: null }, next: month.next } : null;
}

function daysOf(year: number, month: number): readonly Temporal.PlainDate[] {
  const first = new Temporal.PlainDate(year, month, 1);
  return Array.from({ length: first.daysInMonth }, (_, days) => first.add({ days }));
}

/** `of next month`, `in June (2020)`, `of the month`. */
export function readMonthOf(
  words: Words,
  at: number,
  today: Temporal.PlainDate,
): Found<{ year: number; month: number }> | null {
  const start = skip(words, at, 'of', 'in', 'of the', 'in the');
  if (start === at) return null;
  const shift = readShift(words, start);
  const isThe = words[start - 1]?.text === 'the' && isAt(words, start, 'month');
  if (isThe || (shift !== null && isAt(words, shift.next, 'month'))) {
    const first = today.with({ day: 1 }).add({ months: isThe ? 0 : (shift?.value ?? 0) });
    return { value: { year: first.year, month: first.month }, next: isThe ? start + 1 : (shift?.next ?? start) + 1 };
  }
  const month = readMonth(words, start);
  if (month === null) return null;
  const year = readYearAfter(words, month.next);
  const span = settled({ month: month.value, ...(year === null ? {} : { year: year.value }) }, today).span;
  return span?.start ? { value: { year: span.start.year, month: month.value }, next: year?.next ?? month.next } : null;
}
