import { quoteAll } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';

const MOST_NAMED = 5;

/** `“milk” and “eggs”`, or how many they are where naming them all would fill the page. */
export const sayItems = (items: readonly string[]): string =>
  items.length > MOST_NAMED ? t`${items.length} items` : quoteAll(items);

/** `3 open, 1 ticked off` */
export function sayCounts({ open, done }: { open: number; done: number }): string {
  const still = open === 0 ? t`nothing open` : open === 1 ? t`1 open` : t`${open} open`;
  if (done === 0) return still;
  return done === 1 ? t`${still}, 1 ticked off` : t`${still}, ${done} ticked off`;
}
