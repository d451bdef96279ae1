import type { Token } from '#main/planner/text/tokenise.ts';

/** What was read, and the token after it. */
export type Read<T> = { readonly value: T; readonly next: number };

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINAL_ONES =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const ORDINAL_TENS: Readonly<Record<string, number>> = { twentieth: 20, thirtieth: 30 };

const CARDINALS = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const ORDINALS = new Map<string, number>([
  ...ORDINAL_ONES.map((word, value) => [word, value] as const),
  ...Object.entries(ORDINAL_TENS),
]);

/** A whole number in figures or words: `20`, `twenty`, `twenty-five`, `twenty five`. */
export function readWholeNumber(tokens: readonly Token[], at: number): Read<number> | null {
  const word = tokens[at]?.lower ?? '';
  if (/^\d{1,4}$/.test(word)) return { value: Number(word), next: at + 1 };
  const compound = /^([a-z]+)-([a-z]+)$/.exec(word);
  if (compound) return addUp(CARDINALS.get(compound[1] ?? ''), CARDINALS.get(compound[2] ?? ''), at + 1);
  const value = CARDINALS.get(word);
  if (value === undefined) return null;
  const ones = CARDINALS.get(tokens[at + 1]?.lower ?? '');
  return addUp(value, ones, at + 2) ?? { value, next: at + 1 };
}

/** A number of things: also `a`, `an`, `a couple of`, `a few`, `1.5`. */
export function readAmount(tokens: readonly Token[], at: number): Read<number> | null {
  const word = tokens[at]?.lower ?? '';
  const following = tokens[at + 1]?.lower;
  if (/^\d{1,4}\.\d{1,2}$/.test(word)) return { value: Number(word), next: at + 1 };
  if (word === 'couple' || (word === 'a' && following === 'couple')) {
    const next = at + (word === 'a' ? 2 : 1);
    return { value: 2, next: tokens[next]?.lower === 'of' ? next + 1 : next };
  }
  if (word === 'a' && following === 'few') return { value: 3, next: at + 2 };
  if (word === 'a' || word === 'an') return { value: 1, next: at + 1 };
  return readWholeNumber(tokens, at);
}

/** `1st`, `first`, `twenty-first`, `twenty first`. */
export function readOrdinal(tokens: readonly Token[], at: number): Read<number> | null {
  const word = tokens[at]?.lower ?? '';
  const figures = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  if (figures) return { value: Number(figures[1]), next: at + 1 };
  const simple = ORDINALS.get(word);
  if (simple !== undefined) return { value: simple, next: at + 1 };
  const compound = /^([a-z]+)-([a-z]+)$/.exec(word);
  if (compound) return addUp(CARDINALS.get(compound[1] ?? ''), ORDINALS.get(compound[2] ?? ''), at + 1);
  return addUp(CARDINALS.get(word), ORDINALS.get(tokens[at + 1]?.lower ?? ''), at + 2);
}

function addUp(tens: number | undefined, ones: number | undefined, next: number): Read<number> | null {
  const fits = tens !== undefined && ones !== undefined && tens >= 20 && ones >= 1 && ones <= 9;
  return fits ? { value: tens + ones, next } : null;
}
