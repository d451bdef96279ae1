import type { Token } from '#main/planner/text/tokenise.ts';
import type { Read } from '#main/planner/time/number-words.ts';

/** A part of the day that was said instead of, or beside, a time. */
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

type Hours = { readonly from: number; readonly to: number; readonly usual: number };

/** Where each part begins and ends, and the hour that stands for it where one is needed. */
export const HOURS_OF: Readonly<Record<DayPart, Hours>> = {
  morning: { from: 6, to: 12, usual: 9 },
  afternoon: { from: 12, to: 18, usual: 14 },
  evening: { from: 18, to: 23, usual: 19 },
  night: { from: 18, to: 24, usual: 20 },
};

const WORDS: Readonly<Record<string, DayPart>> = {
  morning: 'morning',
  mornings: 'morning',
  afternoon: 'afternoon',
  afternoons: 'afternoon',
  evening: 'evening',
  evenings: 'evening',
  night: 'night',
  nights: 'night',
  nite: 'night',
};

/** `morning`, `in the morning`, `at night`, `early evening`; the word alone only where it is `expected`. */
export function readDayPart(tokens: readonly Token[], at: number, expected: boolean): Read<DayPart> | null {
  const word = tokens[at]?.lower ?? '';
  const the = ['in', 'during'].includes(word) ? (tokens[at + 1]?.lower === 'the' ? 2 : 1) : 0;
  const night = word === 'at' ? 1 : 0;
  const start = at + the + night;
  const early = ['early', 'late', 'mid'].includes(tokens[start]?.lower ?? '') ? 1 : 0;
  const part = WORDS[tokens[start + early]?.lower ?? ''];
  if (part === undefined || (night === 1 && part !== 'night')) return null;
  return expected || the > 0 || night > 0 ? { value: part, next: start + early + 1 } : null;
}
