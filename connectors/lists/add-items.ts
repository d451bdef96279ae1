import { z } from 'zod';
import type { ListChange } from '#connectors/lists/list-change.ts';
import { indentWidth, type ParsedList, parseList } from '#connectors/lists/list-items.ts';
import { countItems } from '#connectors/lists/match-items.ts';
import { isSameItem } from '#connectors/lists/same-words.ts';
import { insertLines, joinLines, removeLines } from '#connectors/lists/text-lines.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { writeHeading } from '#connectors/sdk/markdown-heading.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** The lines that were added, and how often each item then stood on the list, ticked off or not. */
export const AddedSchema = z.object({
  added: z.array(z.object({ text: z.string(), line: z.string(), count: z.int() })),
  already: z.array(z.string()),
});
export type Added = z.infer<typeof AddedSchema>;

const NEW_BULLET = '- [ ] ';

/** Adds what is not on the list, or is only ticked off, after its last item and in the hand of that item. */
export const addItems: ListChange<Added> = {
  apply: (wanted, name) => (text) => {
    const list = parseList(text ?? newList(name));
    const open = list.items.filter(({ done }) => !done);
    const isOpen = (words: string) => open.some((item) => isSameItem(item.text, words));
    const unique = wanted.filter((words, index) => wanted.findIndex((other) => isSameItem(other, words)) === index);
    const missing = unique.filter((words) => !isOpen(words));
    const { at, lines } = placeFor(list, missing);
    const changed = joinLines(insertLines(list.lines, at, lines));
    const { items } = parseList(changed);
    const added = missing.map((words, index) => ({
      text: words,
      line: lines.at(index - missing.length) ?? '',
      count: countItems(items, words),
    }));
    if (items.length !== list.items.length + missing.length) {
      return unreadable(t`The list ${quote(name)} ends inside a code block or a comment, where nothing can be added.`);
    }
    return succeed({ text: changed, trace: { added, already: unique.filter(isOpen) } });
  },

  stands(text, { added }) {
    const { items } = parseList(text);
    const there = added.filter((one) => countItems(items, one.text) >= one.count).length;
    if (there === added.length) return 'yes';
    return there === 0 ? 'no' : 'unclear';
  },

  reverse(text, { added }) {
    let list = parseList(text);
    for (const { line } of added.toReversed()) {
      const item = list.items.findLast(({ from }) => list.lines[from]?.text === line);
      if (item === undefined || item.to !== item.from + 1) return null;
      list = parseList(joinLines(removeLines(list.lines, item.from, item.to)));
    }
    return joinLines(list.lines);
  },
};

const newList = (name: string): string => `${writeHeading(name)}\n\n`;

function placeFor({ lines, items }: ParsedList, words: readonly string[]): { at: number; lines: readonly string[] } {
  const last = items.findLast(({ from }) => indentWidth(lines[from]?.text ?? '') < 2) ?? items.at(-1);
  if (last === undefined) {
    const needsSpace = words.length > 0 && (lines.at(-1)?.text.trim() ?? '') !== '';
    const added = words.map((one) => NEW_BULLET + one);
    return { at: lines.length, lines: needsSpace ? ['', ...added] : added };
  }
  const indent = last.indent.replace('\ufeff', '');
  const added = words.map((one, index) => `${indent}${markerAfter(last.marker, index + 1)}${last.space}[ ] ${one}`);
  return { at: last.to, lines: added };
}

/** The next bullet: the same one, or the next number. */
function markerAfter(marker: string, steps: number): string {
  const number = Number.parseInt(marker, 10);
  return Number.isNaN(number) ? marker : `${number + steps}${marker.slice(-1)}`;
}
