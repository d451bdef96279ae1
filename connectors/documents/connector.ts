import { addToNote } from '#connectors/documents/actions/add-to-note.ts';
import { deleteNote } from '#connectors/documents/actions/delete-note.ts';
import { findNote } from '#connectors/documents/actions/find-note.ts';
import { listAllNotes } from '#connectors/documents/actions/list-notes.ts';
import { writeNote } from '#connectors/documents/actions/write-note.ts';
import { listNotes } from '#connectors/documents/find-notes.ts';
import { defineConnector } from '#connectors/sdk/connector.ts';
import { t } from '#contract/language/t.ts';

export const connector = defineConnector({
  provider: 'documents',
  title: t`Notes`,
  says: t`Writes, finds and changes notes on this computer. Each is a Markdown file that any text editor opens.`,
  lives: 'computer',
  actions: [writeNote, findNote, listAllNotes, addToNote, deleteNote],
  texts: async ({ folder }) =>
    (await listNotes(folder)).map(({ fileName, title, body }) => {
      return { what: 'note', id: fileName, title, words: body, at: null };
    }),
  files: [],
});
