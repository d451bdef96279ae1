import { z } from 'zod';
import { isListFile, nameOf } from '#connectors/lists/find-list.ts';
import { parseList } from '#connectors/lists/list-items.ts';
import { sayCounts } from '#connectors/lists/say-items.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const ListSchema = z.object({ name: z.string(), open: z.int(), done: z.int() });
type Found = { readonly lists: z.output<typeof ListSchema>[]; readonly unreadable: string[] };

export const showAllLists = defineAction({
  name: 'lists.show-all',
  title: t`Show your lists`,
  input: z.strictObject({}),
  /** `unreadable`: files that are there and cannot be read as a list. */
  output: z.object({ lists: z.array(ListSchema), unreadable: z.array(z.string()) }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  effect: () => onlyLooks,
  describe: () => ({ title: t`Show your lists`, differences: [], undo: t`Looking changes nothing.` }),
  report({ lists, unreadable }) {
    return {
      says: sayCount(lists.length),
      lines: [
        ...lists.map((list) => `${list.name}: ${sayCounts(list)}`),
        ...unreadable.map((name) => t`The file ${quote(name)} can’t be read.`),
      ],
    };
  },
  run: async (_input, { folder }) => succeed(await findAll(folder)),
});

function sayCount(count: number): string {
  if (count === 0) return t`You have no lists yet.`;
  return count === 1 ? t`You have one list.` : t`You have ${count} lists.`;
}

async function findAll(folder: Folder): Promise<Found> {
  const found: Found = { lists: [], unreadable: [] };
  for (const fileName of (await folder.list()).filter(isListFile)) {
    const read = await readTextFile(folder, fileName);
    if (!read.ok) found.unreadable.push(fileName);
    if (!read.ok || read.value === null) continue;
    const list = parseList(read.value);
    const done = list.items.filter((item) => item.done).length;
    found.lists.push({ name: nameOf(fileName, list), open: list.items.length - done, done });
  }
  return found;
}
