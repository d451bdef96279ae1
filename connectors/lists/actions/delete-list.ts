import { z } from 'zod';
import { findStandingList } from '#connectors/lists/find-list.ts';
import { ListNameSchema, theList } from '#connectors/lists/list-change.ts';
import { parseList } from '#connectors/lists/list-items.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { findRemoval, putTextBack, removeText, seeRemoval } from '#connectors/sdk/text-removal.ts';
import { t } from '#contract/language/t.ts';
import type { Difference } from '#contract/model/card.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_SHOWN = 100;

export const deleteList = defineAction({
  name: 'lists.delete-list',
  title: t`Delete a list`,
  input: z.strictObject({ list: ListNameSchema }),
  output: z.object({ list: z.string(), fileName: z.string() }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { list: t`List` },
  async look(input, { folder }) {
    const list = await findStandingList(folder, input.list);
    return list.ok ? succeed({ before: list.value, version: hashOf(list.value.text) }) : list;
  },
  effect: () => changesOwn,
  describe(_input, { name, text }) {
    const { items } = parseList(text);
    const lines = items
      .slice(0, MOST_SHOWN)
      .map((item) => lineOf(item.done ? t`Ticked off` : t`Not ticked off`, item.text));
    const more = items.length - lines.length;
    return {
      title: t`Delete the list ${quote(name)}`,
      differences: more > 0 ? [...lines, lineOf(t`And`, t`${more} more`)] : lines,
      undo: t`Undo puts the list back as it was.`,
    };
  },
  report: ({ list }) => ({ says: t`The list ${quote(list)} is deleted. Undo puts it back.`, lines: [] }),
  async run(_input, { folder, before, mode }) {
    const removed = mode === 'execute' ? await removeText(folder, before, theList(before.name)) : succeed(null);
    return removed.ok ? succeed({ list: before.name, fileName: before.fileName }) : removed;
  },
  async findEarlier(_input, { folder, before }) {
    const removed = await findRemoval(folder, before);
    if (!removed.ok) return removed;
    return succeed(removed.value ? { list: before.name, fileName: before.fileName } : null);
  },
  readBack: ({ fileName }, { folder }) => seeRemoval(folder, fileName),
  undo: ({ list }, context) => putTextBack(context, context.before, theList(list)),
});

const lineOf = (label: string, before: string): Difference => ({ label, before, after: null });
