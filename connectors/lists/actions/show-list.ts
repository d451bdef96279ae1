import { z } from 'zod';
import { findStandingList } from '#connectors/lists/find-list.ts';
import { ListNameSchema } from '#connectors/lists/list-change.ts';
import { parseList } from '#connectors/lists/list-items.ts';
import { sayCounts } from '#connectors/lists/say-items.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const showList = defineAction({
  name: 'lists.show',
  title: t`Show a list`,
  input: z.strictObject({ list: ListNameSchema }),
  output: z.object({ list: z.string(), items: z.array(z.object({ text: z.string(), done: z.boolean() })) }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { list: t`List` },
  effect: () => onlyLooks,
  describe: ({ list }) => ({
    title: t`Show what is on ${quote(list)}`,
    differences: [],
    undo: t`Looking changes nothing.`,
  }),
  report({ list, items }) {
    if (items.length === 0) return { says: t`There is nothing on ${quote(list)}.`, lines: [] };
    const done = items.filter((item) => item.done).length;
    const lines = items.map((item) => (item.done ? `✓ ${item.text}` : item.text));
    return { says: t`On ${quote(list)}: ${sayCounts({ open: items.length - done, done })}.`, lines };
  },
  async run(input, { folder }) {
    const found = await findStandingList(folder, input.list);
    if (!found.ok) return found;
    const items = parseList(found.value.text).items.map(({ text, done }) => ({ text, done }));
    return succeed({ list: found.value.name, items });
  },
});
