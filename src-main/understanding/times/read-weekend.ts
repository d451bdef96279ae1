import type { Temporal } from 'temporal-polyfill';
import { type Dated, mondayOf, spanning } from '#main/understanding/times/dated.ts';
import { readHoliday } from '#main/understanding/times/holidays.ts';
import { readYear } from '#main/understanding/times/numbers.ts';
import { readDate } from '#main/understanding/times/read-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** `Thanksgiving weekend 2023`, `the weekend of 4 May`. */
export const readWeekendOf: Read = (words, at, setting) => {
  const lead = after(words, at, 'the weekend of', 'weekend of', 'the weekend of the');
  const day = lead === null ? readHoliday(words, at, setting.today) : readDate(words, lead, setting);
  const isBehind = lead === null && day !== null && isAt(words, day.next, 'weekend');
  if (day === null || (lead === null && !isBehind)) return null;
  const year = isBehind ? readYear(words, day.next + 1) : null;
  const again = year === null ? day : readHoliday(withYear(words, at, day.next, year.value), 0, setting.today);
  const start = again?.value.span?.start;
  return start ? { value: weekendAround(start), next: isBehind ? (year?.next ?? day.next + 1) : day.next } : null;
};

const withYear = (words: Words, from: number, to: number, year: number): Words => [
  ...words.slice(from, to),
  { text: String(year), start: 0, end: 0, glued: false },
];

/** The Saturday and Sunday next to a day, with the days in between. */
function weekendAround(day: Temporal.PlainDate): Dated {
  const saturday = day.dayOfWeek === 7 ? day.subtract({ days: 1 }) : mondayOf(day).add({ days: 5 });
  const start = day.dayOfWeek >= 4 && day.dayOfWeek < 6 ? day : saturday;
  const end = saturday.add({ days: 2 });
  return spanning(
    'other',
    day.dayOfWeek < 4 ? mondayOf(day).subtract({ days: 2 }) : start,
    day.dayOfWeek < 4 ? day.add({ days: 1 }) : end,
  );
}
