import { Temporal } from 'temporal-polyfill';
import { type Dated, dated, mondayOf, spanning } from '#main/understanding/times/dated.ts';
import { readOrdinal, readWhole } from '#main/understanding/times/numbers.ts';
import { readDate, readMonthOf } from '#main/understanding/times/read-date.ts';
import { readOfYear } from '#main/understanding/times/read-quarter.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { after, type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** `the week of May 4`, `w/c 4 May`, `week 1`, `the first week of 2019`, `the last 3 weeks of this year`, `3rd week of Jan`. */
export const readWeekOf: Read = (words, at, setting) => {
  const { today } = setting;
  const lead = after(
    words,
    at,
    'the week of',
    'week of',
    'w / c',
    'the week starting',
    'the week starting on',
    'week starting',
    'the week commencing',
    'week commencing',
    'the week beginning',
    'week beginning',
    'the week beginning on',
    'week commencing on',
    'the week of the',
    'week of the',
  );
  if (lead !== null) {
    const day = readDate(words, skip(words, lead, 'the'), setting) ?? readBareOrdinal(words, lead, setting);
    const start = day?.value.span?.start;
    return day !== null && start ? { value: weeksFrom(mondayOf(start), 1), next: day.next } : null;
  }
  const start = skip(words, at, 'the');
  const number = isAt(words, start, 'week') ? readWhole(words, skip(words, start + 1, 'number', '#', 'no .')) : null;
  if (number !== null && number.value >= 1 && number.value <= 53) {
    const year = readOfYear(words, number.next, today);
    return {
      value: weeksFrom(firstWeek(year?.value ?? today.year).add({ weeks: number.value - 1 }), 1),
      next: year?.next ?? number.next,
    };
  }
  return readNthWeek(words, start, setting);
};

const readBareOrdinal: Read = (words, at, { today }) => {
  const day = readOrdinal(words, skip(words, at, 'the'));
  return day === null ? null : { value: dated({ day: day.value }, today), next: day.next };
};

const weeksFrom = (monday: Temporal.PlainDate, weeks: number): Dated => spanning('week', monday, monday.add({ weeks }));
/** The Monday of the week that most of which lies in the year (ISO 8601), or in the month. */
const firstWeek = (year: number, month = 1): Temporal.PlainDate => mondayOf(new Temporal.PlainDate(year, month, 4));

function readNthWeek(words: Words, at: number, { today }: Setting): Found<Dated> | null {
  const isLast = isAt(words, at, 'last');
  const count = isLast ? readWhole(words, at + 1) : null;
  const nth = isLast ? { value: -1, next: count?.next ?? at + 1 } : readOrdinal(words, at);
  if (nth === null || !/^weeks?$/.test(words[nth.next]?.text ?? '')) return null;
  const next = nth.next + 1;
  const weeks = count?.value ?? 1;
  const month = readMonthOf(words, next, today);
  const year = month === null ? readOfYear(words, next, today) : null;
  if (month === null && year === null) return null;
  const begins = month === null ? firstWeek(year?.value ?? today.year) : firstWeek(month.value.year, month.value.month);
  const after2 =
    month === null ? firstWeek((year?.value ?? 0) + 1) : firstWeekAfter(month.value.year, month.value.month);
  const monday = nth.value < 0 ? after2.subtract({ weeks }) : begins.add({ weeks: nth.value - 1 });
  return { value: weeksFrom(monday, weeks), next: (month ?? year)?.next ?? next };
}

function firstWeekAfter(year: number, month: number): Temporal.PlainDate {
  const next = new Temporal.PlainDate(year, month, 1).add({ months: 1 });
  return firstWeek(next.year, next.month);
}
