import { Temporal } from 'temporal-polyfill';
import { type Dated, spanning } from '#main/understanding/times/dated.ts';
import { readOrdinal, readYear } from '#main/understanding/times/numbers.ts';
import { readShift } from '#main/understanding/times/read-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** `the 1990s`, `90s`, `the nineties`, `the 21st century`. */
export const readDecade: Read = (words, at) => {
  const start = skip(words, at, 'the', 'in the', 'in');
  const text = words[start]?.text ?? '';
  const worded = readWordedDecade(words, start);
  if (worded !== null) return years(worded.value, 10, worded.next);
  const isPlural = /^'?s$/.test(words[start + 1]?.text ?? '') || isAt(words, start + 1, "'", 's');
  const named = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'].indexOf(
    text,
  );
  const isNumber = /^\d{2}0$|^\d{3}0$|^[2-9]0$/.test(text) && isPlural;
  const next = named >= 0 ? start + 1 : start + (isAt(words, start + 1, "'", 's') ? 3 : 2);
  const year =
    named >= 0
      ? decadeOf(20 + named * 10)
      : isNumber
        ? text.length === 2
          ? decadeOf(Number(text))
          : Number(text)
        : null;
  if (year !== null) return years(year, 10, next);
  const nth = readOrdinal(words, start);
  return nth !== null && nth.value <= 30 && isAt(words, nth.next, 'century')
    ? years((nth.value - 1) * 100, 100, nth.next + 1)
    : null;
};

const TENS = ['tens', 'twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const CENTURIES = new Map([
  ['seventeen', 1700],
  ['eighteen', 1800],
  ['nineteen', 1900],
  ['twenty', 2000],
]);

/** `the nineteen seventies`, `the twenty-tens`, `the two thousands`. */
function readWordedDecade(words: Words, at: number): Found<number> | null {
  if (isAt(words, at, 'two', 'thousands')) return { value: 2000, next: at + 2 };
  const century = CENTURIES.get(words[at]?.text ?? '');
  const next = skip(words, at + 1, '-');
  const ten = TENS.indexOf(words[next]?.text ?? '');
  if (century === undefined || ten === -1) return null;
  return { value: century + (ten + 1) * 10, next: next + 1 };
}

const decadeOf = (short: number): number => (short >= 30 ? 1900 + short : 2000 + short);

function years(year: number, count: number, next: number): Found<Dated> {
  const start = new Temporal.PlainDate(year, 1, 1);
  return { value: spanning('other', start, start.add({ years: count })), next };
}

const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** `this summer`, `summer 2020`, `next winter`: the three months that meteorologists call so. */
export const readSeason: Read = (words, at, { today }) => {
  const shift = readShift(words, at);
  const lead = shift?.next ?? skip(words, at, 'in the', 'the', 'in');
  const text = words[lead]?.text ?? '';
  const month = Object.hasOwn(SEASONS, text) ? SEASONS[text] : undefined;
  if (month === undefined) return null;
  const year = readYear(words, skip(words, lead + 1, 'of', ','));
  if (year === null && shift === null && lead === at) return null;
  if (shift === null && year === null && text === 'fall') return null;
  const first = new Temporal.PlainDate(year?.value ?? today.year + (shift?.value ?? 0), month, 1);
  const isOver = shift === null && year === null && Temporal.PlainDate.compare(first.add({ months: 3 }), today) <= 0;
  const start = isOver ? first.add({ years: 1 }) : first;
  return { value: spanning('other', start, start.add({ months: 3 })), next: year?.next ?? lead + 1 };
};
