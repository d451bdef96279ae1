import { Temporal } from 'temporal-polyfill';
import { type Dated, spanning } from '#main/understanding/times/dated.ts';
import { readOrdinal, readYear } from '#main/understanding/times/numbers.ts';
import { readShift } from '#main/understanding/times/read-date.ts';
import type { Setting } from '#main/understanding/times/setting.ts';
import { type Found, isAt, skip, type Words } from '#main/understanding/times/words.ts';

type Read = (words: Words, at: number, setting: Setting) => Found<Dated> | null;

/** `Q1 2019`, `2019-Q1`, `the first quarter of 2019`, `second half of the year`. */
export const readQuarter: Read = (words, at, { today }) => {
  const lead = readYear(words, at) ?? readNextYear(words, at, today);
  const start = lead === null ? skip(words, at, 'the') : skip(words, lead.next, '-', "'s", 'the');
  const nth = readOrdinal(words, start) ?? (isAt(words, start, 'last') ? { value: 9, next: start + 1 } : null);
  const isShort = /^[qh]$/.test(words[start]?.text ?? '') && /^[1-4]$/.test(words[start + 1]?.text ?? '');
  const unit = isShort
    ? words[start]?.text === 'q'
      ? 'quarter'
      : 'half'
    : nth === null
      ? ''
      : (words[skip(words, nth.next, '-')]?.text ?? '');
  if (unit !== 'quarter' && unit !== 'half') return null;
  const months = unit === 'quarter' ? 3 : 6;
  const number = Math.min(isShort ? Number(words[start + 1]?.text) : (nth?.value ?? 1), 12 / months);
  const next = isShort ? start + 2 : skip(words, nth?.next ?? start, '-') + 1;
  const year = lead ?? readOfYear(words, next, today);
  if ((year === null && !isShort) || number < 1) return null;
  const begins = new Temporal.PlainDate(year?.value ?? today.year, (number - 1) * months + 1, 1);
  return {
    value: spanning('other', begins, begins.add({ months })),
    next: Math.max(next, lead === null ? (year?.next ?? next) : next),
  };
};

/** The “next year's” of “next year's third quarter”. */
function readNextYear(words: Words, at: number, today: Temporal.PlainDate): Found<number> | null {
  const shift = readShift(words, at);
  return shift !== null && isAt(words, shift.next, "year's")
    ? { value: today.year + shift.value, next: shift.next + 1 }
    : null;
}

export function readOfYear(words: Words, at: number, today: Temporal.PlainDate): Found<number> | null {
  const start = skip(words, at, 'of the', 'of', 'in', ',', '-', '/', '/ ');
  if (isAt(words, start, 'year')) return { value: today.year, next: start + 1 };
  const shift = readShift(words, start);
  if (shift !== null && isAt(words, shift.next, 'year'))
    return { value: today.year + shift.value, next: shift.next + 1 };
  return readYear(words, start);
}
