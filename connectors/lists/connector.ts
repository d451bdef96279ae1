import { addToList } from '#connectors/lists/actions/add-items.ts';
import { checkItems } from '#connectors/lists/actions/check-items.ts';
import { deleteList } from '#connectors/lists/actions/delete-list.ts';
import { removeFromList } from '#connectors/lists/actions/remove-items.ts';
import { showAllLists } from '#connectors/lists/actions/show-all-lists.ts';
import { showList } from '#connectors/lists/actions/show-list.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';

export const connector = defineConnector({
  provider: 'lists',
  title: 'Lists',
  says: 'Keeps your shopping, packing and to-do lists on this computer. Each is a Markdown file that any text editor opens.',
  lives: 'computer',
  actions: [addToList, removeFromList, checkItems, showList, showAllLists, deleteList],
  files: [],
});
