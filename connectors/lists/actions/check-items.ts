import { z } from 'zod';
import { findStandingList } from '#connectors/lists/find-list.ts';
import { carryOut, changedListShape, foresee, ItemsSchema, ListNameSchema } from '#connectors/lists/list-change.ts';
import { sayItems } from '#connectors/lists/say-items.ts';
import { TickedSchema, tickItems } from '#connectors/lists/tick-items.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const checkItems = defineAction({
  name: 'lists.check-items',
  title: t`Tick off items`,
  input: z.strictObject({ list: ListNameSchema, items: ItemsSchema }),
  output: z.object({ ...changedListShape, trace: TickedSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { list: t`List`, items: t`Items` },
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
      title: titleOf(items, already, list.name),
      differences: items.map((text) => ({ label: text, before: t`open`, after: t`ticked off` })),
      undo: t`Undo makes them open again.`,
    };
  },
  report({ list, trace: { ticked, already } }) {
    const items = ticked.map(({ text }) => text);
    const before =
      already.length === 1
        ? t`${sayItems(already)} was ticked off already`
        : t`${sayItems(already)} were ticked off already`;
    if (items.length === 0) return { says: t`Nothing to do on ${quote(list)}: ${before}.`, lines: [] };
    const done = t`Ticked off ${sayItems(items)} on ${quote(list)}`;
    return { says: already.length === 0 ? `${done}.` : `${done}; ${before}.`, lines: [] };
  },
  ...carryOut(tickItems),
});

function titleOf(items: readonly string[], already: readonly string[], list: string): string {
  if (items.length > 0) return t`Tick off ${sayItems(items)} on ${quote(list)}`;
  return already.length === 1
    ? t`${sayItems(already)} on ${quote(list)} is ticked off already: nothing to do`
    : t`${sayItems(already)} on ${quote(list)} are ticked off already: nothing to do`;
}
