import type { CvTrace } from '#contract/model/cv-trace.ts';

/** What the layout itself says: titles of parts, labels, and the names of months. */
const OWN_WORDS = new Set(
  (
    'profile experience projects skills education certificates volunteering awards publications languages interests references ' +
    'keywords courses grade from jan feb mar apr may jun jul aug sep oct nov dec'
  ).split(' '),
);

const wordsOf = (text: string): readonly string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[$€£]?\p{N}+(?:[.,]\p{N}+)*[%+]?|[\p{L}\p{M}]+/gu) ?? []
  ).map((word) => word.replace(/^0+(?=\d)/, ''));

/** The words that a wording table may put in place of others. */
const PLAINER = new Set(['used', 'using', 'uses']);

/**
 * Words of a document that stand nowhere in the person's CV. Knows nothing of how the CV was made: no pointers, no rules
 * of wording, no layout but its fixed words.
 */
export function foreignWords(document: string, own: string): readonly string[] {
  const known = new Set(wordsOf(own));
  return wordsOf(document).filter((word) => !known.has(word) && !OWN_WORDS.has(word) && !PLAINER.has(word));
}

/** Lines of the result that hold a word which the places that they name do not hold; a date is read as months and years. */
export function unsourcedLines({ lines }: CvTrace): readonly string[] {
  return lines.flatMap(({ text, from }) => {
    const said = foreignWords(text, from.map(({ words }) => words).join('\n'));
    return said.length === 0 ? [] : [`${text} (${said.join(', ')})`];
  });
}
