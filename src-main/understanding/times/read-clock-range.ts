import { isOnClock } from '#main/understanding/times/calendar-words.ts';
import {
  type ClockTime,
  inHalf,
  minutesOf,
  readBareClock,
  readClock,
  usualHalf,
} from '#main/understanding/times/read-clock.ts';
import { type Amount, readLength } from '#main/understanding/times/read-relative.ts';
import { after, type Found, skip, type Words } from '#main/understanding/times/words.ts';

/** From one time of day to another; an end that is not after the start is on the next day. */
export type ClockRange = { readonly start: ClockTime; readonly end: ClockTime };

/** `from 5 to 6pm`, `between 9 and 10:30`, `11-4`, `2pm to 4`. `bare` allows two numbers that nothing else makes a time. */
export function readClockRange(words: Words, at: number, bare: boolean): Found<ClockRange> | null {
  const between = after(words, at, 'between', 'in between');
  const lead = between ?? skip(words, at, 'from', 'in', 'at');
  const first = readBareClock(words, lead);
  if (first === null) return null;
  const joint = after(
    words,
    first.next,
    'to',
    '-',
    '~',
    'till',
    'til',
    'until',
    'through',
    ...(between === null ? [] : ['and']),
  );
  const second = joint === null ? null : readBareClock(words, joint);
  if (second === null) return null;
  const hasLook =
    [readClock(words, lead), readClock(words, joint ?? 0)].some((one) => one !== null) ||
    (lead > at && hasMinutes(first.value, second.value));
  return hasLook || bare ? { value: { start: first.value, end: second.value }, next: second.next } : null;
}

const hasMinutes = (one: ClockTime, other: ClockTime): boolean => one.minute + other.minute > 0;

/** The start takes the half of the day from its end, and the end is the next such time after its start. */
export function inOrder(first: ClockTime, second: ClockTime): ClockRange {
  if (first.sure && second.sure) return { start: first, end: second };
  if (second.sure) {
    const same = inHalf(first, second.hour >= 12 ? 'pm' : 'am');
    const start = minutesOf(same) < minutesOf(second) ? same : inHalf(first, second.hour >= 12 ? 'am' : 'pm');
    return { start, end: second };
  }
  const start = first.sure ? first : usualHalf(first);
  if (first.sure) {
    const ahead = (time: ClockTime) => (minutesOf(time) - minutesOf(start) + 24 * 60) % (24 * 60);
    const [morning, later] = [inHalf(second, 'am'), inHalf(second, 'pm')];
    return {
      start,
      end: ahead(morning) > 0 && (ahead(morning) < ahead(later) || ahead(later) === 0) ? morning : later,
    };
  }
  const [early, late] = [inHalf(second, 'am'), inHalf(second, 'pm')];
  return { start, end: minutesOf(early) > minutesOf(start) ? early : late };
}

/** `for 3 hours`, `for 2 days`: how long it takes. */
export function readForLength(words: Words, at: number): Found<Amount> | null {
  const lead = after(words, at, 'for', ', for', 'lasting', 'that takes', 'which takes');
  return lead === null ? null : readLength(words, lead);
}

export const isClockLength = (amount: Amount): boolean => isOnClock(amount.unit);
