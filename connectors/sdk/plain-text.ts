import { z } from 'zod';
import { t } from '#contract/language/t.ts';

/** Everything that is not shown and can mislead: control characters and the overrides of the writing direction. */
const unseenInLine = /[\p{Cc}\u2028\u2029\u202d\u202e]/u;
const unseenInText = /[[\p{Cc}--[\n\r\t]]\u202d\u202e]/v;

const readable = t`This holds characters that cannot be read.`;

/** One line that a person may write, trimmed: no control characters, no broken characters. */
export const lineOf = (most: number) =>
  z
    .string()
    .trim()
    .max(most, t`Keep this under ${most} characters.`)
    .refine((text) => text.isWellFormed() && !unseenInLine.test(text), readable);

export const nonEmptyLineOf = (most: number) => lineOf(most).min(1, t`This is empty.`);

/** Text of several lines. */
export const textOf = (most: number) =>
  z
    .string()
    .max(most, t`Keep this under ${most} characters.`)
    .refine((text) => text.isWellFormed() && !unseenInText.test(text), readable);

/** Marks that are accents; in other scripts they are vowels or make another letter (か and が). */
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu;

/** With a capital first letter, as a sentence begins. */
export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Text as it is compared: without case, accents, and double spaces. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replaceAll(accents, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Words that a query may hold without meaning anything by them. */
const littleWords = new Set(
  'a about an and at by for from in it my of on or our that the this to with your'.split(' '),
);

/**
 * Whether every word of the query begins a word of the text, whatever the order. Little words, and those
 * in `alsoLittle` (such as `appointment`), count only when the query holds nothing else. An empty query matches all.
 */
export function matchesWords(text: string, query: string, alsoLittle: readonly string[] = []): boolean {
  const folded = foldQuotes(foldText(text));
  const words = foldQuotes(foldText(query))
    .split(' ')
    .map((word) => word.replaceAll(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '') || word);
  const meant = words.filter((word) => !littleWords.has(word));
  const telling = meant.filter((word) => !alsoLittle.includes(word));
  const asked = [telling, meant, words].find(({ length }) => length > 0) ?? [];
  return asked.every((word) => beginsWord(folded, word));
}

const foldQuotes = (text: string): string => text.replaceAll(/[‘’ʼ]/g, "'");

/** Scripts that do not put spaces between words, so that a word can begin anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function beginsWord(text: string, word: string): boolean {
  if (unspaced.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}
