import { foldText } from '#connectors/sdk/plain-text.ts';

/** Whether two items are one to the person: `Milk` and `milk`, but not `pan` and `pán`. */
export const isSameItem = (one: string, other: string): boolean => withoutCase(one) === withoutCase(other);

const withoutCase = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** A list's name as it is compared: `My shopping list`, `Shopping` and `shopping list` are one. */
export function foldListName(name: string): string {
  const folded = foldText(name);
  const bare = folded.replace(/^(?:the|my|our) (?=.)/, '').replace(/(?<=.) list$/, '');
  return bare === '' ? folded : bare;
}

/** The name of a new list: as the person said it, with a capital first where that is plain English. */
export const nameNewList = (said: string): string =>
  /^[a-z][a-z0-9'-]*(?!\S)[ -~]*$/.test(said) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
