import type { Temporal } from 'temporal-polyfill';
import { isOnClock, readUnit, readWeekday, type Unit } from '#main/understanding/times/calendar-words.ts';
import { type Dated, onDay, spanning } from '#main/understanding/times/dated.ts';
import { readAmount } from '#main/understanding/times/numbers.ts';
import { readDate } from '#main/understanding/times/read-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { begin, lengthOf } from '#main/understanding/times/units.ts';
import { after, type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

/** An amount of one unit or two: `3 days`, `1 hour and 30 minutes`, `an hour and a half`. */
export type Amount = { readonly count: number; readonly unit: Unit; readonly more?: Amount };
export type Moment = { readonly start: Temporal.PlainDateTime; readonly end: Temporal.PlainDateTime | null };

export function readLength(words: Words, at: number): Found<Amount> | null {
  const count = readAmount(words, skip(words, at, 'about', 'around'));
  const unit = count === null ? null : readUnit(words, skip(words, count.next, '-', 'whole', 'more', 'full'));
  if (count === null || unit === null || count.value > mostOf(unit.value)) return null;
  const half = after(words, unit.next, 'and a half', 'and half');
  if (half !== null) return { value: { count: count.value + 0.5, unit: unit.value }, next: half };
  const rest = readLength(words, skip(words, unit.next, 'and', ',', ', and'));
  const isSmaller = rest !== null && rest.value.unit !== unit.value && rest.value.unit !== 'weekend';
  if (isSmaller) return { value: { count: count.value, unit: unit.value, more: rest.value }, next: rest.next };
  return { value: { count: count.value, unit: unit.value }, next: unit.next };
}

/** More than this is no length that a calendar knows. */
const mostOf = (unit: Unit): number => (unit === 'decade' || unit === 'century' ? 20 : isOnClock(unit) ? 1e6 : 2000);

/** In whole units of the calendar; parts of hours become minutes, and parts of days hours. */
export function durationOf({ count, unit, more }: Amount): Temporal.DurationLike[] {
  const own = Number.isInteger(count)
    ? [lengthOf(unit, count)]
    : unit === 'hour'
      ? [{ minutes: Math.round(count * 60) }]
      : unit === 'minute'
        ? [{ seconds: Math.round(count * 60) }]
        : unit === 'year'
          ? [{ months: Math.round(count * 12) }]
          : unit === 'week'
            ? [{ days: Math.round(count * 7) }]
            : unit === 'month'
              ? [{ months: Math.floor(count) }, { days: 15 }]
              : unit === 'day'
                ? [{ hours: Math.round(count * 24) }]
                : [lengthOf(unit, Math.round(count))];
  return more === undefined ? own : [...own, ...durationOf(more)];
}

export const plus = <T extends Temporal.PlainDate | Temporal.PlainDateTime>(
  from: T,
  amount: Amount,
  sign: 1 | -1 = 1,
): T =>
  durationOf(amount).reduce((date: T, length) => (sign === 1 ? date.add(length) : date.subtract(length)) as T, from);

/** `in two weeks`, `3 days ago`, `a month from today`, `2 days before yesterday`; on the clock it is a moment. */
export function readFromHere(words: Words, at: number, setting: Setting): Found<Dated | Moment> | null {
  const leading = readWeekday(words, at);
  if (leading !== null) {
    const inner = readFromHere(words, skip(words, leading.next, ','), setting);
    return inner !== null && 'grain' in inner.value
      ? { value: onWeekday(inner.value, leading.value), next: inner.next }
      : null;
  }
  const isIn = after(words, at, 'in', 'within', 'in about', 'in another');
  const length = readLength(words, isIn ?? at);
  if (length === null) return null;
  const ago = after(words, length.next, 'ago', 'earlier', 'back', 'before now', 'before today');
  if (isIn === null && ago !== null) return fromNow(length.value, -1, ago, setting);
  const now = after(
    words,
    length.next,
    'from now',
    'from today',
    'hence',
    'later',
    "'s time",
    'after today',
    'after now',
    'from this moment',
    'out',
  );
  if (now !== null) return withWeekday(words, fromNow(length.value, 1, now, setting));
  const to = isIn === null ? after(words, length.next, 'from', 'after', 'before', 'prior to', 'since') : null;
  if (to !== null) return withWeekday(words, fromDay(words, length.value, to, setting));
  if (isIn === null || words[isIn - 1]?.text === 'within') return null;
  return withWeekday(
    words,
    fromNow(length.value, 1, after(words, length.next, 'time', "' time", "' s time") ?? length.next, setting),
  );
}

function fromNow(amount: Amount, sign: 1 | -1, next: number, { now, today }: Setting): Found<Dated | Moment> {
  if (endsOnClock(amount)) return { value: { start: plus(now, amount, sign), end: null }, next };
  if (!Number.isInteger(amount.count) && amount.unit === 'day')
    return { value: { start: plus(now, amount, sign), end: null }, next };
  return { value: onDay(addDays(today, amount, sign)), next };
}

/** “1 day and 5 hours” ends at a time of day, “1 month and 21 days” on a day. */
const endsOnClock = ({ unit, more }: Amount): boolean => isOnClock(unit) || (more !== undefined && endsOnClock(more));

function fromDay(words: Words, amount: Amount, to: number, setting: Setting): Found<Dated> | null {
  if (isOnClock(amount.unit)) return null;
  const day =
    readDate(words, to, setting) ?? (isAt(words, to, 'now') ? { value: onDay(setting.today), next: to + 1 } : null);
  const start = day?.value.span?.start;
  if (day === null || !start) return null;
  const isBefore = /^(?:before|to)$/.test(words[to - 1]?.text ?? '');
  return { value: onDay(addDays(start, amount, isBefore ? -1 : 1)), next: day.next };
}

export function addDays(from: Temporal.PlainDate, amount: Amount, sign: 1 | -1): Temporal.PlainDate {
  if (amount.unit !== 'workday') return plus(from, amount, sign);
  let day = from;
  for (let left = amount.count; left > 0; ) {
    day = day.add({ days: sign });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return day;
}

/** “two months from today on Tuesday”: the first such weekday from there on. */
function withWeekday(words: Words, found: Found<Dated | Moment> | null): Found<Dated | Moment> | null {
  if (found === null || !('grain' in found.value)) return found;
  const weekday = readWeekday(words, skip(words, found.next, 'on', ', on'));
  const isSaid = weekday !== null && found.next < weekday.next - 1;
  return isSaid ? { value: onWeekday(found.value, weekday.value), next: weekday.next } : found;
}

function onWeekday(value: Dated, weekday: number): Dated {
  const start = value.span?.start;
  return start ? onDay(start.add({ days: (weekday - start.dayOfWeek + 7) % 7 })) : value;
}

/** `the next 3 days`, `the past two weeks`, `2 upcoming months`, `within 3 minutes`, `the next four business days`. */
export function readNextFew(words: Words, at: number, setting: Setting): Found<Dated | Moment> | null {
  const found = readFew(words, at, setting);
  return found === null || isAt(words, found.next, 'of') ? null : found;
}

function readFew(words: Words, at: number, setting: Setting): Found<Dated | Moment> | null {
  const within = after(
    words,
    at,
    'within',
    'within the next',
    'within next',
    'within the upcoming',
    'within upcoming',
    'within the coming',
    'within coming',
    'in the next',
    'over the next',
    'during the next',
    'for the next',
    'in the coming',
    'within the',
    'over the coming',
  );
  const lead = within ?? skip(words, skip(words, at, 'in', 'for', 'over', 'during'), 'the', 'these', 'this');
  const direct: Direction | 0 = within !== null ? 1 : direction(words[lead]?.text);
  if (direct !== 0) {
    const last = within === null && lead < words.length ? readUnit(words, lead + 1) : null;
    if (last !== null && isOnClock(last.value)) return few({ count: 1, unit: last.value }, direct, last.next, setting);
    const length = readLength(words, within ?? lead + 1) ?? (within === null ? null : readLength(words, within + 1));
    const isPlainWithin = within !== null && isAt(words, at, 'within');
    const isPlain = length !== null && (within !== null || /\d|[a-z]/.test(words[lead + 1]?.text ?? ''));
    return isPlain && length !== null && hasCount(words, within ?? lead + 1)
      ? few(length.value, direct, length.next, setting, isPlainWithin)
      : null;
  }
  const count = readAmount(words, lead);
  const side = count === null ? 0 : direction(words[count.next]?.text);
  if (count === null || side === 0) return null;
  const unit = readUnit(words, count.next + 1);
  if (unit === null || count.value > mostOf(unit.value)) return null;
  return few({ count: count.value, unit: unit.value }, side, unit.next, setting);
}

/** “the next day” is a day, “the next few days” are several. */
const hasCount = (words: Words, at: number): boolean => readAmount(words, at) !== null;

type Direction = 1 | -1;

function direction(word: string | undefined): Direction | 0 {
  if (['next', 'coming', 'upcoming', 'following'].includes(word ?? '')) return 1;
  return ['last', 'past', 'previous'].includes(word ?? '') ? -1 : 0;
}

function few(
  amount: Amount,
  sign: Direction,
  next: number,
  { now, today }: Setting,
  isWithin = false,
): Found<Dated | Moment> {
  if (endsOnClock(amount)) {
    const other = plus(now, amount, sign);
    return { value: sign === 1 ? { start: now, end: other } : { start: other, end: now }, next };
  }
  if (['quarter', 'decade', 'century', 'weekend'].includes(amount.unit)) {
    const from = begin(amount.unit, today) ?? today;
    const length = lengthOf(amount.unit, Math.max(1, Math.round(amount.count)));
    const start = sign === 1 ? from.add(lengthOf(amount.unit, 1)) : from.subtract(length);
    return { value: spanning('other', start, start.add(length)), next };
  }
  if (sign === -1) return { value: spanning('other', addDays(today, amount, -1), today), next };
  if (isWithin) return { value: spanning('other', today, addDays(today, amount, 1)), next };
  const first = today.add({ days: 1 });
  const end = amount.unit === 'workday' ? addDays(today, amount, 1).add({ days: 1 }) : addDays(first, amount, 1);
  return { value: spanning('other', first, end), next };
}
