import { z } from 'zod';
import { AddedSchema, addItems } from '#connectors/lists/add-items.ts';
import { findOrPlaceList } from '#connectors/lists/find-list.ts';
import { carryOut, changedListShape, foresee, ItemsSchema, ListNameSchema } from '#connectors/lists/list-change.ts';
import { sayItems } from '#connectors/lists/say-items.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const addToList = defineAction({
  name: 'lists.add-items',
  title: t`Add to a list`,
  input: z.strictObject({ list: ListNameSchema, items: ItemsSchema }),
  output: z.object({ ...changedListShape, trace: AddedSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { list: t`List`, items: t`Items` },
  async look(input, { folder }) {
    const list = await findOrPlaceList(folder, input.list);
    if (!list.ok) return list;
    const foreseen = foresee(addItems, input, list.value);
    if (!foreseen.ok) return foreseen;
    // Consent is to these items on this list, whatever else is put on it meanwhile.
    const added = foreseen.value.added.map(({ text }) => text);
    return succeed({ before: list.value, version: hashOf(JSON.stringify([list.value.fileName, added])) });
  },
  effect: () => changesOwn,
  describe(input, list) {
    const foreseen = foresee(addItems, input, list);
    const { added, already } = foreseen.ok ? foreseen.value : { added: [], already: [] };
    const items = added.map(({ text }) => text);
    return {
      title: titleOf(items, already, list),
      differences: items.map((text) => ({ label: t`New item`, before: null, after: text })),
      undo: list.text === null ? t`Undo takes the list away again.` : t`Undo takes them off the list again.`,
    };
  },
  report({ list, before, trace: { added, already } }) {
    const items = added.map(({ text }) => text);
    const onIt =
      already.length === 1 ? t`${sayItems(already)} was on it already` : t`${sayItems(already)} were on it already`;
    if (items.length === 0) return { says: t`Nothing to add to ${quote(list)}: ${onIt}.`, lines: [] };
    const done =
      before === null
        ? t`Made the list ${quote(list)} with ${sayItems(items)}`
        : t`Added ${sayItems(items)} to ${quote(list)}`;
    return { says: already.length === 0 ? `${done}.` : `${done}; ${onIt}.`, lines: [] };
  },
  ...carryOut(addItems),
});

function titleOf(
  items: readonly string[],
  already: readonly string[],
  list: { readonly name: string; readonly text: string | null },
): string {
  if (items.length === 0 && already.length === 1)
    return t`${sayItems(already)} is on ${quote(list.name)} already: nothing to add`;
  if (items.length === 0) return t`${sayItems(already)} are on ${quote(list.name)} already: nothing to add`;
  if (list.text === null) return t`Make the list ${quote(list.name)} with ${sayItems(items)}`;
  return t`Add ${sayItems(items)} to ${quote(list.name)}`;
}
