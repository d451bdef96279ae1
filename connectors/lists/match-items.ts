import type { Item } from '#connectors/lists/list-items.ts';
import { isSameItem } from '#connectors/lists/same-words.ts';
import { misfit, notFound } from '#connectors/sdk/failures.ts';
import { matchesWords } from '#connectors/sdk/plain-text.ts';
import { quote, quoteAll } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/**
 * The items that the person means: all that are called exactly so, or else the only one that has these
 * words in it (among the likely ones first). Nothing is guessed between several, and one that is
 * missing refuses them all.
 */
export function matchItems(
  items: readonly Item[],
  wanted: readonly string[],
  list: string,
  isLikely: (item: Item) => boolean = () => true,
): Result<readonly Item[]> {
  const matched = new Set<Item>();
  const missing: string[] = [];
  for (const words of wanted) {
    const exact = items.filter(({ text }) => isSameItem(text, words));
    const alike = items.filter(({ text }) => matchesWords(text, words));
    const near = [exact, alike.filter(isLikely), alike].find((found) => found.length > 0) ?? [];
    const texts = [...new Set(near.map(({ text }) => text))];
    if (exact.length === 0 && texts.length > 1) {
      return misfit(t`${quote(words)} could be ${quoteAll(texts.slice(0, 5))} on ${quote(list)}. Say which one.`);
    }
    if (near.length === 0) missing.push(words);
    for (const item of near) matched.add(item);
  }
  if (missing.length > 0) return notFound(t`${quoteAll(missing)} on ${quote(list)}`);
  return succeed([...matched].sort((a, b) => a.from - b.from));
}

export const countItems = (items: readonly Item[], words: string): number =>
  items.filter(({ text }) => isSameItem(text, words)).length;
