import { connector as lists } from '#connectors/lists/connector.ts';
import type { Surroundings } from '#connectors/sdk/action.ts';
import { type Given, testConnector } from '#connectors/sdk/connector.testsuite.ts';
import type { Json } from '#contract/model/json.ts';

const fileOf = (output: Json): string => (output as { fileName: string }).fileName;

/** A list as another editor left it. */
const byHand =
  '\ufeff---\r\ntags: [home]\r\n---\r\n# Packing ##\r\n\r\n* [x] passport\r\n* [ ] charger\r\n    * [ ] cable\r\n\r\n    by the bed\r\n+ hat\r\n\r\n```\r\n- [ ] not an item\r\n```';

const shopping = (given: Given) => given.run('lists.add-items', { list: 'shopping', items: ['milk', 'eggs', 'tea'] });
const packing = ({ surroundings }: Given) => surroundings.folder.write('Packing.md', byHand);

/** The person changes a line of the list in their own editor. */
const edit =
  (from: string, to: string) =>
  async ({ folder }: Surroundings, output: Json): Promise<void> => {
    const text = new TextDecoder().decode((await folder.read(fileOf(output))) ?? undefined);
    if (!text.includes(from)) throw new Error(`There is no ${from} in ${text}.`);
    await folder.write(fileOf(output), text.replace(from, to));
  };

testConnector(lists, [
  {
    action: 'lists.add-items',
    called: 'to a new list',
    input: () => ({ list: 'shopping list', items: ['milk', 'Milk ', 'eggs'] }),
    disturb: edit('[ ] milk', '[x] milk'),
  },
  {
    action: 'lists.add-items',
    called: 'to one that is there',
    input: async (given) => {
      await shopping(given);
      return { list: 'Shopping', items: ['bread', 'TEA'] };
    },
    disturb: edit('bread', 'brown bread'),
  },
  {
    action: 'lists.add-items',
    called: 'to one that was written elsewhere',
    input: async (given) => {
      await packing(given);
      return { list: 'packing', items: ['passport', 'كتاب', '🧦'] };
    },
    disturb: edit('كتاب', 'كتابان'),
  },
  {
    action: 'lists.remove-items',
    input: async (given) => {
      await shopping(given);
      return { list: 'shopping list', items: ['Eggs'] };
    },
    disturb: ({ folder }, output) => folder.remove(fileOf(output)),
  },
  {
    action: 'lists.remove-items',
    called: 'with what is indented under it',
    input: async (given) => {
      await packing(given);
      return { list: 'PACKING', items: ['charger', 'cable', 'hat'] };
    },
    disturb: ({ folder }, output) => folder.remove(fileOf(output)),
  },
  {
    action: 'lists.check-items',
    input: async (given) => {
      await shopping(given);
      return { list: 'my shopping list', items: ['milk', 'tea'] };
    },
    disturb: edit('[x] tea', '[x] green tea'),
  },
  {
    action: 'lists.check-items',
    called: 'written elsewhere',
    input: async (given) => {
      await packing(given);
      return { list: 'packing', items: ['passport', 'cable', 'hat'] };
    },
    disturb: edit('[x] hat', '[x] cap'),
  },
  {
    action: 'lists.show',
    input: async (given) => {
      await packing(given);
      return { list: 'packing' };
    },
  },
  {
    action: 'lists.show',
    called: 'with nothing on it',
    input: async ({ surroundings }) => {
      await surroundings.folder.write('Empty.md', '');
      return { list: 'empty' };
    },
  },
  {
    action: 'lists.show-all',
    input: async (given) => {
      await shopping(given);
      await packing(given);
      await given.surroundings.folder.write('Scan.md', new Uint8Array([0xff, 0xfe, 0x00]));
      return {};
    },
  },
  { action: 'lists.show-all', called: 'when there are none', input: () => ({}) },
  {
    action: 'lists.delete-list',
    input: async (given) => {
      await packing(given);
      return { list: 'packing list' };
    },
    disturb: ({ folder }, output) => folder.write(fileOf(output), '- [ ] a new one\n'),
  },
]);
