const MOST_SHOWN = 120;
const runsRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * Somebody's words inside a sentence of ours: in curly quotes, cut when very long, and kept from
 * turning the sentence around where they run from right to left.
 */
export function quote(words: string): string {
  const [first = ''] = words.split('\n', 1);
  const shown = first.length === words.length && words.length <= MOST_SHOWN ? words : `${cut(first)}…`;
  return runsRightToLeft.test(shown) ? `“\u2068${shown}\u2069”` : `“${shown}”`;
}

/** `“milk”, “eggs” and “bread”` */
export const quoteAll = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(words.map(quote));

function cut(text: string): string {
  if (text.length <= MOST_SHOWN) return text;
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, MOST_SHOWN));
  return [...segments].slice(0, -1).map(({ segment }) => segment).join('').trimEnd();
}
