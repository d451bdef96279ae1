import { addToList } from '#connectors/lists/actions/add-items.ts';
import { checkItems } from '#connectors/lists/actions/check-items.ts';
import { deleteList } from '#connectors/lists/actions/delete-list.ts';
import { removeFromList } from '#connectors/lists/actions/remove-items.ts';
import { showAllLists } from '#connectors/lists/actions/show-all-lists.ts';
import { showList } from '#connectors/lists/actions/show-list.ts';
import { isListFile, nameOf } from '#connectors/lists/find-list.ts';
import { parseList } from '#connectors/lists/list-items.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import type { OwnTexts } from '#connectors/sdk/own-text.ts';
import { readTextFile } from '#connectors/sdk/text-file.ts';
import { t } from '#contract/language/t.ts';

const texts: OwnTexts = async ({ folder }) => {
  const read = await Promise.all(
    (await folder.list()).filter(isListFile).map(async (fileName) => {
      const text = await readTextFile(folder, fileName);
      if (!text.ok || text.value === null) return [];
      const title = nameOf(fileName, parseList(text.value));
      return [{ what: 'list', id: fileName, title, words: text.value, at: null } as const];
    }),
  );
  return read.flat();
};

export const connector = defineConnector({
  provider: 'lists',
  title: t`Lists`,
  says: t`Keeps your shopping, packing and to-do lists on this computer. Each is a Markdown file that any text editor opens.`,
  lives: 'computer',
  actions: [addToList, removeFromList, checkItems, showList, showAllLists, deleteList],
  texts,
  files: [],
});
