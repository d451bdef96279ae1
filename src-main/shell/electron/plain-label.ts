const MOST_LETTERS = 72;

/** What nobody would see, or what would turn the direction of what they see. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A sentence as one line of plain letters, not too long for a menu or a notice. */
export function plainLine(says: string, mostLetters = MOST_LETTERS): string {
  const line = says.replaceAll(UNSEEN, ' ').replaceAll(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join('')}…` : line;
}

/** The same as the label of a menu item, where an `&` would underline the next letter. */
export const plainLabel = (says: string): string => plainLine(says).replaceAll('&', '&&');
