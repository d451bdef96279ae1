import { Temporal } from 'temporal-polyfill';
import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import type { DayWord, WhichWeek } from '#main/planner/time/day-word.ts';
import { DOUBTFUL, MONTHS, WEEKDAYS, weekdayOf } from '#main/planner/time/day-words.ts';
import { type Read, readOrdinal, readWholeNumber } from '#main/planner/time/number-words.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';
import { readNamedDay } from '#main/planner/time/read-named-day.ts';
import { readStretch } from '#main/planner/time/read-stretch.ts';

/** A day, a date or a stretch of days at this place. `expected` says that a word before it asks for a day. */
export function readDay(tokens: readonly Token[], at: number, clock: Clock, expected: boolean): Read<DayWord> | null {
  return (
    readRelative(tokens, at, clock) ??
    readWeekday(tokens, at, expected) ??
    readWrittenDate(tokens, at, clock) ??
    readNumericDate(tokens, at, clock) ??
    readStretch(tokens, at, clock) ??
    (expected ? readNamedDay(tokens, at, clock) : null) ??
    readDayOfMonth(tokens, at, expected)
  );
}

const dated = (date: Temporal.PlainDate, next: number, yearSaid = true): Read<DayWord> => ({
  value: { kind: 'date', date, yearSaid },
  next,
});

function readRelative(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const start = tokens[at]?.lower === 'the' ? at + 1 : at;
  const words = [0, 1, 2].map((offset) => tokens[start + offset]?.lower ?? '');
  if (words[0] === 'day' && words[1] === 'after' && words[2]?.startsWith('tomorrow')) {
    return dated(clock.today.add({ days: 2 }), start + 3);
  }
  if (words[0] === 'day' && words[1] === 'before' && words[2] === 'yesterday') {
    return dated(clock.today.subtract({ days: 2 }), start + 3);
  }
  const offset = { today: 0, "today's": 0, tomorrow: 1, "tomorrow's": 1, yesterday: -1, "yesterday's": -1 }[
    words[0] ?? ''
  ];
  if (offset !== undefined && start === at) return dated(clock.today.add({ days: offset }), at + 1);
  return readCountedDays(tokens, at, clock);
}

/** `in 3 days`, `two weeks from Friday`, `a week today`, `3 days ago`. Hours and minutes are not days. */
function readCountedDays(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const start = ['in', 'within'].includes(tokens[at]?.lower ?? '') ? at + 1 : at;
  const length = readDuration(tokens, start);
  if (length === null || length.value.minutes > 0) return null;
  const { days, months } = length.value;
  const word = tokens[length.next]?.lower ?? '';
  const later = (from: Temporal.PlainDate, next: number) => dated(from.add({ days, months }), next);
  if (start > at) return later(clock.today, ['time', "time's"].includes(word) ? length.next + 1 : length.next);
  if (word === 'ago') return dated(clock.today.subtract({ days, months }), length.next + 1);
  if (!['from', 'on', 'after', 'before', 'today', 'tomorrow'].includes(word)) return null;
  const base = word === 'today' || word === 'tomorrow' ? length.next : length.next + 1;
  if (tokens[base]?.lower === 'now') return later(clock.today, base + 1);
  const from = readBase(tokens, base, clock);
  if (from === null) return null;
  return word === 'before' ? dated(from.value.subtract({ days, months }), from.next) : later(from.value, from.next);
}

/** “today”, “Friday”, “12 January”: the day from which days are counted. */
function readBase(tokens: readonly Token[], at: number, clock: Clock): Read<Temporal.PlainDate> | null {
  const weekday = WEEKDAYS.get(tokens[at]?.lower ?? '');
  if (weekday !== undefined) {
    return { value: clock.today.add({ days: daysUntil(clock.today, weekday) }), next: at + 1 };
  }
  const day =
    readRelative(tokens, at, clock) ??
    readWrittenDate(tokens, at, clock) ??
    readNumericDate(tokens, at, clock) ??
    readNamedDay(tokens, at, clock);
  return day?.value.kind === 'date' ? { value: day.value.date, next: day.next } : null;
}

/** How many days until the next such weekday, never today. */
export function daysUntil(today: Temporal.PlainDate, weekday: number): number {
  return (weekday - today.dayOfWeek + 7) % 7 || 7;
}

/** `Thursday`, `next Monday`, `this coming Friday`, `Monday week`. */
function readWeekday(tokens: readonly Token[], at: number, expected: boolean): Read<DayWord> | null {
  let next = at;
  let which: WhichWeek = 'upcoming';
  if (tokens[next]?.lower === 'the' && ['next', 'following', 'coming'].includes(tokens[next + 1]?.lower ?? ''))
    next += 1;
  const word = tokens[next]?.lower ?? '';
  if (word === 'next' || word === 'last' || word === 'this') which = word;
  if (which !== 'upcoming' || word === 'coming' || word === 'upcoming' || word === 'following') next += 1;
  if (which === 'this' && ['coming', 'upcoming'].includes(tokens[next]?.lower ?? '')) {
    which = 'upcoming';
    next += 1;
  }
  const weekday = weekdayOf(tokens[next]?.lower ?? '');
  if (weekday === null || !isMeantAsDay(tokens, next, expected || next > at)) return null;
  const after = tokens[next + 1]?.lower;
  const weeksLater = after === 'week' && which === 'upcoming' ? 1 : 0;
  return { value: { kind: 'weekday', weekday, which, weeksLater }, next: next + 1 + weeksLater };
}

/** “sat” and “sun” are days only beside something that makes them one. */
function isMeantAsDay(tokens: readonly Token[], at: number, expected: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || !DOUBTFUL.has(token.lower) || expected) return token !== undefined;
  const following = tokens[at + 1];
  return (
    /^[A-Z]/.test(token.text) &&
    (following === undefined || following.kind === 'mark' || /^(\d|at$|the$)/.test(following.lower))
  );
}

/** `26 November`, `26th of Nov 2026`, `November 26th, 2026`, `the 3rd of March`. */
function readWrittenDate(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const start = tokens[at]?.lower === 'the' ? at + 1 : at;
  const day = readDayNumber(tokens, start);
  if (day !== null) {
    const of = tokens[day.next]?.lower === 'of' ? 1 : 0;
    const month = MONTHS.get((tokens[day.next + of]?.lower ?? '').replace(/\.$/, ''));
    if (month !== undefined) return withYear(tokens, day.next + of + 1, day.value, month, clock);
  }
  const month = MONTHS.get((tokens[start]?.lower ?? '').replace(/\.$/, ''));
  if (month === undefined) return null;
  const the = tokens[start + 1]?.lower === 'the' ? 1 : 0;
  const dayAfter = readDayNumber(tokens, start + 1 + the);
  return dayAfter === null || isHour(tokens, dayAfter.next)
    ? null
    : withYear(tokens, dayAfter.next, dayAfter.value, month, clock);
}

const isHour = (tokens: readonly Token[], at: number): boolean =>
  /^(am|pm|a\.m\.|p\.m\.|:)$/.test(tokens[at]?.lower ?? '');

function readDayNumber(tokens: readonly Token[], at: number): Read<number> | null {
  const figures = /^(\d{1,2})$/.exec(tokens[at]?.lower ?? '');
  const read = figures
    ? { value: Number(figures[1]), next: at + 1 }
    : (readOrdinal(tokens, at) ?? readWholeNumber(tokens, at));
  return read !== null && read.value >= 1 && read.value <= 31 ? read : null;
}

function withYear(
  tokens: readonly Token[],
  at: number,
  day: number,
  month: number,
  clock: Clock,
): Read<DayWord> | null {
  const comma = [',', 'of', 'in'].includes(tokens[at]?.lower ?? '') ? 1 : 0;
  const said = /^(?:19|2\d)\d\d$/.exec(tokens[at + comma]?.lower ?? '');
  const isTime = ['hours', 'hrs', 'h'].includes(tokens[at + comma + 1]?.lower ?? '');
  if (said && !isTime) return exactDate(Number(said[0]), month, day, at + comma + 1);
  const date = upcomingDate(clock, month, day);
  return date === null ? null : dated(date, at, false);
}

function exactDate(year: number, month: number, day: number, next: number): Read<DayWord> | null {
  const lastDay = month >= 1 && month <= 12 ? new Temporal.PlainYearMonth(year, month).daysInMonth : 0;
  return day >= 1 && day <= lastDay ? dated(new Temporal.PlainDate(year, month, day), next) : null;
}

/** The next such date, today included; 29 February waits for a leap year. */
export function upcomingDate(clock: Clock, month: number, day: number): Temporal.PlainDate | null {
  for (let year = clock.today.year; year <= clock.today.year + 8; year += 1) {
    if (day > new Temporal.PlainYearMonth(year, month).daysInMonth) continue;
    const date = new Temporal.PlainDate(year, month, day);
    if (Temporal.PlainDate.compare(date, clock.today) >= 0) return date;
  }
  return null;
}

/** `2026-11-26`, `26/11`, `26.11.2026`, `11/26/26` in American. */
function readNumericDate(tokens: readonly Token[], at: number, clock: Clock): Read<DayWord> | null {
  const word = tokens[at]?.lower ?? '';
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(word);
  if (iso) return exactDate(Number(iso[1]), Number(iso[2]), Number(iso[3]), at + 1);
  const match = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(word);
  if (!match || word === '24/7') return null;
  const [, one = '', mark, other = '', yearText] = match;
  if (yearText === undefined && mark !== '/' && !(mark === '.' && tokens[at + 1]?.text === '.')) return null;
  const monthFirst = mark === '/' && (clock.american ? Number(one) <= 12 : Number(other) > 12);
  const [day, month] = monthFirst ? [Number(other), Number(one)] : [Number(one), Number(other)];
  if (yearText !== undefined)
    return exactDate(Number(yearText) + (yearText.length === 2 ? 2000 : 0), month, day, at + 1);
  const date = month >= 1 && month <= 12 && day >= 1 && day <= 31 ? upcomingDate(clock, month, day) : null;
  return date === null ? null : dated(date, at + 1, false);
}

/** `the 5th`; `5th` alone where a day is expected. */
function readDayOfMonth(tokens: readonly Token[], at: number, expected: boolean): Read<DayWord> | null {
  const the = tokens[at]?.lower === 'the' ? 1 : 0;
  const day = readOrdinal(tokens, at + the);
  if (day === null || day.value < 1 || day.value > 31 || (the === 0 && !expected)) return null;
  const isFigure = /^\d/.test(tokens[at + the]?.lower ?? '');
  const following = tokens[day.next];
  const countsSomething = following?.kind === 'word' && !isFigure;
  return countsSomething ? null : { value: { kind: 'month-day', day: day.value }, next: day.next };
}
