import { z } from 'zod';

/** Everything that is not shown and can mislead: control characters and the overrides of the writing direction. */
const unseenInLine = /[\p{Cc}\u2028\u2029\u202d\u202e]/u;
const unseenInText = /[[\p{Cc}--[\n\r\t]]\u202d\u202e]/v;

const readable = 'This holds characters that cannot be read.';

/** One line that a person may write, trimmed: no control characters, no broken characters. */
export const lineOf = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep this under ${most} characters.`)
    .refine((text) => text.isWellFormed() && !unseenInLine.test(text), readable);

export const nonEmptyLineOf = (most: number) => lineOf(most).min(1, 'This is empty.');

/** Text of several lines. */
export const textOf = (most: number) =>
  z
    .string()
    .max(most, `Keep this under ${most} characters.`)
    .refine((text) => text.isWellFormed() && !unseenInText.test(text), readable);

/** Text as it is compared: without case, accents, and double spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Whether every word of the query stands in the text. */
export function matchesWords(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
