import { sayAll } from '#contract/language/intl.ts';

const MOST_SHOWN = 120;
/** Marks that are not seen and would turn around what comes after them. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const runsRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Somebody's words inside a sentence of ours: in curly quotes, cut when very long, and kept from
 * turning the sentence around where they run from right to left.
 */
export function quote(words: string): string {
  const shown = shorten(words.replaceAll(directionMarks, ''));
  return runsRightToLeft.test(shown) ? `“\u2068${shown}\u2069”` : `“${shown}”`;
}

function shorten(words: string): string {
  const [first = ''] = words.split('\n', 1);
  return first.length === words.length && words.length <= MOST_SHOWN ? words : `${cut(first)}…`;
}

/** `“milk”, “eggs” and “bread”` */
export const quoteAll = (words: readonly string[]): string => sayAll(words.map(quote));

function cut(text: string): string {
  if (text.length <= MOST_SHOWN) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length >= MOST_SHOWN) break;
    kept += segment;
  }
  return kept.trimEnd();
}
