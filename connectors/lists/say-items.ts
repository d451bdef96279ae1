import { quoteAll } from '#connectors/sdk/quote.ts';

const MOST_NAMED = 5;

/** `“milk” and “eggs”`, or how many they are where naming them all would fill the page. */
export const sayItems = (items: readonly string[]): string =>
  items.length > MOST_NAMED ? `${items.length} items` : quoteAll(items);

/** `is` or `are` after `sayItems`. */
export const isOrAre = (items: readonly string[]): string => (items.length === 1 ? 'is' : 'are');

export const wasOrWere = (items: readonly string[]): string => (items.length === 1 ? 'was' : 'were');

/** `3 open, 1 ticked off` */
export function sayCounts({ open, done }: { open: number; done: number }): string {
  const ticked = done === 0 ? '' : `, ${done} ticked off`;
  return `${open === 0 ? 'nothing' : open} open${ticked}`;
}
