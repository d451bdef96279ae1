import { z } from 'zod';
import type { ListChange } from '#connectors/lists/list-change.ts';
import { type Item, parseList } from '#connectors/lists/list-items.ts';
import { countItems, matchItems } from '#connectors/lists/match-items.ts';
import { insertLines, joinLines, type Line, removeLines } from '#connectors/lists/text-lines.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** What went away: each item's lines, what is indented under it included, and the line before it. */
export const RemovedSchema = z.object({
  removed: z.array(z.object({ text: z.string(), lines: z.array(z.string()), after: z.string().nullable() })),
});
export type Removed = z.infer<typeof RemovedSchema>;

export const removeItems: ListChange<Removed> = {
  apply: (wanted, name) => (text) => {
    if (text === null) return notFound(t`a list called ${quote(name)}`);
    const { lines, items } = parseList(text);
    const matched = matchItems(items, wanted, name);
    if (!matched.ok) return matched;
    const blocks = outermost(matched.value);
    const removed = blocks.map(({ text: words, from, to }) => ({
      text: words,
      lines: lines.slice(from, to).map((line) => line.text),
      after: lines[from - 1]?.text ?? null,
    }));
    const left = blocks.toReversed().reduce((all, { from, to }) => removeLines(all, from, to), lines);
    return succeed({ text: joinLines(left), trace: { removed } });
  },

  stands(text, { removed }) {
    const { items } = parseList(text);
    const there = removed.filter((one) => countItems(items, one.text) > 0).length;
    if (there === 0) return 'yes';
    return there === removed.length ? 'no' : 'unclear';
  },

  /** Each goes back behind the line that it stood behind; to the end where that line is gone. */
  reverse(text, { removed }) {
    const now = parseList(text);
    const gone = removed.filter((block) => countItems(now.items, block.text) === 0);
    const lines = gone.reduce((all, block) => insertLines(all, placeOf(all, block.after), block.lines), now.lines);
    return joinLines(lines);
  },
};

/** Without those that lie inside another one that goes anyway; in the order of the file. */
function outermost(items: readonly Item[]): readonly Item[] {
  let end = 0;
  return items.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

function placeOf(lines: readonly Line[], after: string | null): number {
  if (after === null) return 0;
  const before = lines.findIndex(({ text }) => text === after);
  return before < 0 ? lines.length : before + 1;
}
