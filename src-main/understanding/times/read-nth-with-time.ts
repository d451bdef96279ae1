import { readWeekday } from '#main/understanding/times/calendar-words.ts';
import { type Dated, onDay } from '#main/understanding/times/dated.ts';
import { type DayPart, readDayPart } from '#main/understanding/times/day-part.ts';
import { nthWeekday } from '#main/understanding/times/holidays.ts';
import { readOrdinal } from '#main/understanding/times/numbers.ts';
import { type ClockTime, readClock } from '#main/understanding/times/read-clock.ts';
import { type ClockRange, readClockRange } from '#main/understanding/times/read-clock-range.ts';
import { readMonthOf } from '#main/understanding/times/read-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { type Found, isAt, longestOf, skip, type Words } from '#main/understanding/times/words.ts';

type DayWithTime = {
  readonly day: Dated;
  readonly range?: ClockRange;
  readonly clock?: ClockTime;
  readonly part?: DayPart;
};

/** `the first Monday evening of next month`, `the last Friday 1pm to 3pm of June`: the time stands between the day and its month. */
export function readNthWithTime(words: Words, at: number, { today }: Setting): Found<DayWithTime> | null {
  const start = skip(words, at, 'the', 'on the');
  const nth = isAt(words, start, 'last') ? { value: -1, next: start + 1 } : readOrdinal(words, start);
  const weekday = nth === null ? null : readWeekday(words, nth.next);
  if (nth === null || weekday === null || nth.value > 5) return null;
  const time = longestOf<Omit<DayWithTime, 'day'>>(
    named(readClockRange(words, weekday.next, true), (range) => ({ range })),
    named(readClock(words, weekday.next), (clock) => ({ clock })),
    named(readDayPart(words, weekday.next), (part) => ({ part })),
  );
  const month = time === null ? null : readMonthOf(words, time.next, today);
  if (time === null || month === null) return null;
  const day = onDay(nthWeekday(month.value.year, month.value.month, weekday.value, nth.value));
  return { value: { ...time.value, day }, next: month.next };
}

function named<T>(found: Found<T> | null, name: (value: T) => Omit<DayWithTime, 'day'>) {
  return found === null ? null : { value: name(found.value), next: found.next };
}
