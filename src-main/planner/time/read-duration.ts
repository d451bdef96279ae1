import type { Token } from '#main/planner/text/tokenise.ts';
import { type Read, readAmount } from '#main/planner/time/number-words.ts';

/** A length of time. Days and months are kept apart from minutes, since they are not always as long. */
export type Duration = { readonly minutes: number; readonly days: number; readonly months: number };

const NONE: Duration = { minutes: 0, days: 0, months: 0 };
const UNITS: Readonly<Record<string, Duration>> = {
  minute: { ...NONE, minutes: 1 },
  hour: { ...NONE, minutes: 60 },
  day: { ...NONE, days: 1 },
  week: { ...NONE, days: 7 },
  fortnight: { ...NONE, days: 14 },
  month: { ...NONE, months: 1 },
  year: { ...NONE, months: 12 },
};
const UNIT_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.keys(UNITS).flatMap((unit) => [
      [unit, unit],
      [`${unit}s`, unit],
      [`${unit}s'`, unit],
    ]),
  ),
  ...{ min: 'minute', mins: 'minute', m: 'minute', hr: 'hour', hrs: 'hour', h: 'hour', wk: 'week', wks: 'week' },
  ...{ yr: 'year', yrs: 'year', "hour's": 'hour', "day's": 'day', "week's": 'week', "month's": 'month' },
};
const GLUED = /^(\d{1,4}(?:\.\d{1,2})?)-?(minutes?|mins?|m|hours?|hrs?|h|days?|weeks?|months?|years?)(?:(\d{1,2})m?)?$/;

/** `20 minutes`, `an hour and a half`, `1h30`, `half an hour`, `2 hours 15 minutes`, `three weeks`. */
export function readDuration(tokens: readonly Token[], at: number): Read<Duration> | null {
  const first = readOne(tokens, at);
  if (first === null) return null;
  const and = tokens[first.next]?.lower === 'and' ? 1 : 0;
  const second = isTimeOfDay(first.value) ? readOne(tokens, first.next + and) : null;
  if (second === null || !isTimeOfDay(second.value) || second.value.minutes >= 60) return first;
  return { value: { ...NONE, minutes: first.value.minutes + second.value.minutes }, next: second.next };
}

const isTimeOfDay = (duration: Duration): boolean =>
  duration.minutes > 0 && duration.days === 0 && duration.months === 0;

function readOne(tokens: readonly Token[], at: number): Read<Duration> | null {
  const word = tokens[at]?.lower ?? '';
  const glued = GLUED.exec(word);
  if (glued) return readGlued(glued, at);
  const half = readHalf(tokens, at);
  if (half !== null) return half;
  const amount = readAmount(tokens, at);
  if (amount === null) return null;
  const andHalf = isAt(tokens, amount.next, 'and', 'a', 'half') ? 3 : 0;
  const unit = UNITS[UNIT_OF[tokens[amount.next + andHalf]?.lower ?? ''] ?? ''];
  if (unit === undefined) return null;
  const next = amount.next + andHalf + 1;
  const halfAfter = andHalf === 0 && isAt(tokens, next, 'and', 'a', 'half') ? 3 : 0;
  const times = amount.value + (andHalf + halfAfter > 0 ? 0.5 : 0);
  return whole({ value: multiplied(unit, times), next: next + halfAfter });
}

function readHalf(tokens: readonly Token[], at: number): Read<Duration> | null {
  const word = tokens[at]?.lower ?? '';
  if (word === 'half-hour' || word === 'half-an-hour') return { value: { ...NONE, minutes: 30 }, next: at + 1 };
  if (isAt(tokens, at, 'half', 'an', 'hour')) return { value: { ...NONE, minutes: 30 }, next: at + 3 };
  if (isAt(tokens, at, 'half', 'hour')) return { value: { ...NONE, minutes: 30 }, next: at + 2 };
  if (isAt(tokens, at, 'a', 'half', 'hour')) return { value: { ...NONE, minutes: 30 }, next: at + 3 };
  if (isAt(tokens, at, 'quarter', 'of', 'an', 'hour')) return { value: { ...NONE, minutes: 15 }, next: at + 4 };
  if (isAt(tokens, at, 'a', 'quarter', 'of', 'an', 'hour')) return { value: { ...NONE, minutes: 15 }, next: at + 5 };
  if (isAt(tokens, at, 'three', 'quarters', 'of', 'an', 'hour'))
    return { value: { ...NONE, minutes: 45 }, next: at + 5 };
  return null;
}

function readGlued(glued: RegExpExecArray, at: number): Read<Duration> | null {
  const unit = UNITS[UNIT_OF[glued[2] ?? ''] ?? ''];
  if (unit === undefined) return null;
  const extra = glued[3] === undefined ? 0 : Number(glued[3]);
  if (extra > 0 && unit.minutes !== 60) return null;
  const value = multiplied(unit, Number(glued[1]));
  return whole({ value: { ...value, minutes: value.minutes + extra }, next: at + 1 });
}

const multiplied = (unit: Duration, times: number): Duration => ({
  minutes: unit.minutes * times,
  days: unit.days * times,
  months: unit.months * times,
});

/** Half a day or a month and a half is not a length that can be kept to. */
function whole(read: Read<Duration>): Read<Duration> | null {
  const { minutes, days, months } = read.value;
  const isSome = minutes + days + months > 0;
  return isSome && Number.isInteger(days) && Number.isInteger(months)
    ? { value: { minutes: Math.round(minutes), days, months }, next: read.next }
    : null;
}

function isAt(tokens: readonly Token[], at: number, ...words: readonly string[]): boolean {
  return words.every((word, offset) => tokens[at + offset]?.lower === word);
}
