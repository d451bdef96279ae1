import { z } from 'zod';
import type { LookedAtList } from '#connectors/lists/find-list.ts';
import type { ActionContext } from '#connectors/sdk/action.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import {
  type Changed,
  changeText,
  findChange,
  foreseeChange,
  seeChange,
  type TextChange,
  takeBackChange,
} from '#connectors/sdk/text-change.ts';
import { t } from '#contract/language/t.ts';
import type { Json } from '#contract/model/json.ts';
import { type Result, succeed } from '#contract/model/result.ts';

export const ListNameSchema = nonEmptyLineOf(100);
const MOST_ITEMS = 100;
export const ItemsSchema = z
  .array(nonEmptyLineOf(300))
  .min(1, t`Nothing is named.`)
  .max(MOST_ITEMS, t`Name ${MOST_ITEMS} at most.`);

/** A change of some items of one list. */
export type ListChange<Trace extends Json> = Pick<TextChange<Trace>, 'stands' | 'reverse'> & {
  apply(items: readonly string[], list: string): TextChange<Trace>['apply'];
};

/** What such an action answers with, beside the trace. `before` and `after`: SHA-256 of the file around it. */
export const changedListShape = {
  list: z.string(),
  fileName: z.string(),
  before: z.string().nullable(),
  after: z.string(),
};
type ChangedList<Trace> = Changed<Trace> & { list: string; fileName: string };
type Input = { readonly list: string; readonly items: readonly string[] };

export const theList = (name: string): string => t`the list ${quote(name)}`;

/** What would come of it, as the card needs it: the trace alone. */
export function foresee<Trace extends Json>(
  change: ListChange<Trace>,
  { items }: Input,
  looked: LookedAtList,
): Result<Trace> {
  const foreseen = foreseeChange(looked, planned(change, items, looked.name));
  return foreseen.ok ? succeed(foreseen.value.trace) : foreseen;
}

/** The part of an action that is the same for every change of a list. */
export function carryOut<Trace extends Json>(change: ListChange<Trace>) {
  const tell = ({ name, fileName }: LookedAtList, changed: Changed<Trace>): ChangedList<Trace> => ({
    list: name,
    fileName,
    ...changed,
  });
  return {
    async run({ items }: Input, { folder, before, mode }: ActionContext<LookedAtList>) {
      const plan = planned(change, items, before.name);
      const done = mode === 'execute' ? await changeText(folder, before, plan) : foreseeChange(before, plan);
      return done.ok ? succeed(tell(before, done.value)) : done;
    },
    async findEarlier({ items }: Input, { folder, before }: ActionContext<LookedAtList>) {
      const found = await findChange(folder, before, planned(change, items, before.name));
      if (!found.ok) return found;
      return succeed(found.value === null ? null : tell(before, found.value));
    },
    readBack: (output: ChangedList<Trace>, { folder }: ActionContext<LookedAtList>) =>
      seeChange(folder, output.fileName, output, change),
    undo: (output: ChangedList<Trace>, context: ActionContext<LookedAtList>) =>
      takeBackChange(context, context.before, output, change, theList(output.list)),
  };
}

const planned = <Trace extends Json>(
  change: ListChange<Trace>,
  items: readonly string[],
  list: string,
): TextChange<Trace> => ({
  apply: change.apply(items, list),
  stands: change.stands,
  reverse: change.reverse,
});
