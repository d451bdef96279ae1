import { z } from 'zod';
import { findStandingList } from '#connectors/lists/find-list.ts';
import { carryOut, changedListShape, foresee, ItemsSchema, ListNameSchema } from '#connectors/lists/list-change.ts';
import { RemovedSchema, removeItems } from '#connectors/lists/remove-items.ts';
import { sayItems } from '#connectors/lists/say-items.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const removeFromList = defineAction({
  name: 'lists.remove-items',
  title: t`Take items off a list`,
  input: z.strictObject({ list: ListNameSchema, items: ItemsSchema }),
  output: z.object({ ...changedListShape, trace: RemovedSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { list: t`List`, items: t`Items` },
  async look(input, { folder }) {
    const list = await findStandingList(folder, input.list);
    if (!list.ok) return list;
    const foreseen = foresee(removeItems, input, list.value);
    if (!foreseen.ok) return foreseen;
    const removed = foreseen.value.removed.map(({ lines }) => lines);
    return succeed({ before: list.value, version: hashOf(JSON.stringify([list.value.fileName, removed])) });
  },
  effect: () => changesOwn,
  describe(input, list) {
    const foreseen = foresee(removeItems, input, list);
    const removed = foreseen.ok ? foreseen.value.removed : [];
    return {
      title: t`Take ${sayItems(removed.map(({ text }) => text))} off ${quote(list.name)}`,
      differences: removed.map(({ text, lines }) => ({
        label: t`Item`,
        before: [text, ...lines.slice(1).filter((line) => line.trim() !== '')].join('\n'),
        after: null,
      })),
      undo: t`Undo puts them back where they were.`,
    };
  },
  report({ list, trace: { removed } }) {
    const items = removed.map(({ text }) => text);
    return {
      says:
        items.length === 1
          ? t`${sayItems(items)} is off ${quote(list)}. Undo puts back what was there.`
          : t`${sayItems(items)} are off ${quote(list)}. Undo puts back what was there.`,
      lines: [],
    };
  },
  ...carryOut(removeItems),
});
