import { z } from 'zod';
import type { ListChange } from '#connectors/lists/list-change.ts';
import { type Item, parseList } from '#connectors/lists/list-items.ts';
import { matchItems } from '#connectors/lists/match-items.ts';
import { joinLines, type Line } from '#connectors/lists/text-lines.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** Each line as it was and is, and how many such lines there then were. */
export const TickedSchema = z.object({
  ticked: z.array(z.object({ text: z.string(), was: z.string(), is: z.string(), count: z.int() })),
  already: z.array(z.string()),
});
export type Ticked = z.infer<typeof TickedSchema>;

export const tickItems: ListChange<Ticked> = {
  apply: (wanted, name) => (text) => {
    if (text === null) return notFound(t`a list called ${quote(name)}`);
    const { lines, items } = parseList(text);
    const matched = matchItems(items, wanted, name, ({ done }) => !done);
    if (!matched.ok) return matched;
    const open = matched.value.filter(({ done }) => !done);
    const changes = new Map(open.map((item) => [item.from, tickedLine(lines[item.from]?.text ?? '', item)]));
    const changed = setLines(lines, changes);
    const ticked = open.map(({ text: words, from }) => {
      const is = changes.get(from) ?? '';
      return { text: words, was: lines[from]?.text ?? '', is, count: countLines(changed, is) };
    });
    const already = matched.value.filter(({ done }) => done).map((item) => item.text);
    return succeed({ text: joinLines(changed), trace: { ticked, already } });
  },

  stands(text, { ticked }) {
    const { lines } = parseList(text);
    const there = ticked.filter(({ is, count }) => countLines(lines, is) >= count).length;
    if (there === ticked.length) return 'yes';
    const areAsBefore = ticked.every(({ was }) => countLines(lines, was) > 0);
    return there === 0 && areAsBefore ? 'no' : 'unclear';
  },

  reverse(text, { ticked }) {
    let list = parseList(text);
    for (const { was, is } of ticked) {
      const item = list.items.find(({ from }) => list.lines[from]?.text === is);
      if (item === undefined) return null;
      list = parseList(joinLines(setLines(list.lines, new Map([[item.from, was]]))));
    }
    return joinLines(list.lines);
  },
};

const countLines = (lines: readonly Line[], text: string): number => lines.filter((line) => line.text === text).length;

const setLines = (lines: readonly Line[], texts: ReadonlyMap<number, string>): readonly Line[] =>
  lines.map((line, index) => ({ ...line, text: texts.get(index) ?? line.text }));

/** The same line with a cross in its box, or with a box where it has none. */
function tickedLine(line: string, { indent, marker, space, hasBox }: Item): string {
  const words = indent.length + marker.length + space.length;
  return `${line.slice(0, words)}[x]${hasBox ? line.slice(words + 3) : ` ${line.slice(words)}`}`;
}
