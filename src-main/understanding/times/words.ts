/** A word, a number or a mark, in lower case, with its place in the text. */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the word before: the “pm” of “3pm”. */
  readonly glued: boolean;
};

/** What a reader of times has before it. */
export type Words = readonly Word[];

/** What was found at a place, and the place after it. */
export type Found<T> = { readonly value: T; readonly next: number };

const PIECE = /\d+|\p{L}+(?:'\p{L}+)*|[^\s]/gu;

/** Takes a text apart; numbers and letters part ways even where they touch, as in “9p”, “dec31” or “q1”. */
export function wordsOf(text: string): Words {
  const plain = text.replace(/[’`]/g, "'").replace(/[–—−]/g, '-');
  const words: Word[] = [];
  let end = 0;
  for (const match of plain.matchAll(PIECE)) {
    words.push({
      text: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
      glued: words.length > 0 && match.index === end,
    });
    end = match.index + match[0].length;
  }
  return words;
}

/** Whether the words from a place on are these. */
export function isAt(words: Words, at: number, ...wanted: readonly string[]): boolean {
  return wanted.every((text, offset) => words[at + offset]?.text === text);
}

/** Phrases are written as text and asked for at every word, so each is taken apart once. */
const TAKEN_APART = new Map<string, readonly string[]>();

function wordsOfPhrase(phrase: string): readonly string[] {
  const known = TAKEN_APART.get(phrase);
  if (known !== undefined) return known;
  const words = phrase.split(' ');
  TAKEN_APART.set(phrase, words);
  return words;
}

/** The place after the longest of these phrases, or null. A phrase is words with spaces between. */
export function after(words: Words, at: number, ...phrases: readonly string[]): number | null {
  const first = words[at]?.text;
  if (first === undefined) return null;
  let best: number | null = null;
  for (const phrase of phrases) {
    if (!phrase.startsWith(first)) continue;
    const wanted = wordsOfPhrase(phrase);
    if ((best === null || at + wanted.length > best) && isAt(words, at, ...wanted)) best = at + wanted.length;
  }
  return best;
}

/** The place after one of these phrases, or the same place where none of them stands. */
export const skip = (words: Words, at: number, ...phrases: readonly string[]): number =>
  after(words, at, ...phrases) ?? at;

/** Whether what is said is over at a place, or goes on with something else. */
export const isEnd = (words: Words, at: number): boolean =>
  at >= words.length ||
  (!(words[at]?.glued && words[at + 1]?.glued && /^\d/.test(words[at + 1]?.text ?? '')) &&
    /^[.,;!?)]$|^(?:and|with|for|please|to|because|then)$/.test(words[at]?.text ?? ''));

/** The first of several readings that finds something. */
export function firstOf<T>(...readings: readonly (() => Found<T> | null)[]): Found<T> | null {
  for (const read of readings) {
    const found = read();
    if (found !== null) return found;
  }
  return null;
}

/** Of several readings, the one that takes in most words. */
export function longestOf<T>(...readings: readonly (Found<T> | null)[]): Found<T> | null {
  return readings.reduce((best, found) => (found !== null && found.next > (best?.next ?? 0) ? found : best), null);
}
