import { z } from 'zod';
import { findStandingList } from '#connectors/lists/find-list.ts';
import { carryOut, changedListShape, foresee, ItemsSchema, ListNameSchema } from '#connectors/lists/list-change.ts';
import { isOrAre, sayItems, wasOrWere } from '#connectors/lists/say-items.ts';
import { TickedSchema, tickItems } from '#connectors/lists/tick-items.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { succeed } from '#contract/model/result.ts';

export const checkItems = defineAction({
  name: 'lists.check-items',
  title: 'Tick off items',
  input: z.strictObject({ list: ListNameSchema, items: ItemsSchema }),
  output: z.object({ ...changedListShape, trace: TickedSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { list: 'List', items: 'Items' },
  async look(input, { folder }) {
    const list = await findStandingList(folder, input.list);
    if (!list.ok) return list;
    const foreseen = foresee(tickItems, input, list.value);
    if (!foreseen.ok) return foreseen;
    const ticked = foreseen.value.ticked.map(({ was }) => was);
    return succeed({ before: list.value, version: hashOf(JSON.stringify([list.value.fileName, ticked])) });
  },
  effect: () => changesOwn,
  describe(input, list) {
    const foreseen = foresee(tickItems, input, list);
    const { ticked, already } = foreseen.ok ? foreseen.value : { ticked: [], already: [] };
    const items = ticked.map(({ text }) => text);
    return {
      title:
        items.length === 0
          ? `${sayItems(already)} on ${quote(list.name)} ${isOrAre(already)} ticked off already: nothing to do`
          : `Tick off ${sayItems(items)} on ${quote(list.name)}`,
      differences: items.map((text) => ({ label: text, before: 'open', after: 'ticked off' })),
      undo: 'Undo makes them open again.',
    };
  },
  report({ list, trace: { ticked, already } }) {
    const items = ticked.map(({ text }) => text);
    const before = `${sayItems(already)} ${wasOrWere(already)} ticked off already`;
    if (items.length === 0) return { says: `Nothing to do on ${quote(list)}: ${before}.`, lines: [] };
    const done = `Ticked off ${sayItems(items)} on ${quote(list)}`;
    return { says: already.length === 0 ? `${done}.` : `${done}; ${before}.`, lines: [] };
  },
  ...carryOut(tickItems),
});
