import { z } from 'zod';
import { loadNote } from '#connectors/documents/find-notes.ts';
import { NoteFileSchema, readNote } from '#connectors/documents/note.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { findRemoval, putTextBack, removeText, seeRemoval } from '#connectors/sdk/text-removal.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_SHOWN = 2000;

const theNote = (title: string): string => t`the note ${quote(title)}`;

export const deleteNote = defineAction({
  name: 'documents.delete-note',
  title: t`Delete a note`,
  input: z.strictObject({ fileName: NoteFileSchema }),
  output: z.object({ fileName: z.string(), title: z.string() }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  async look({ fileName }, { folder }) {
    const note = await loadNote(folder, fileName);
    return note.ok ? succeed({ before: note.value, version: hashOf(note.value.text) }) : note;
  },
  effect: () => changesOwn,
  describe(_input, { fileName, title, text }) {
    const { body } = readNote(fileName, text);
    const shown = body.length > MOST_SHOWN ? `${body.slice(0, MOST_SHOWN)}…` : body;
    return {
      title: t`Delete your note ${quote(title)}`,
      differences: shown === '' ? [] : [{ label: t`Text`, before: shown, after: null }],
      undo: t`Undo puts the note back as it was.`,
    };
  },
  report: ({ title }) => ({ says: t`Your note ${quote(title)} is deleted. Undo puts it back.`, lines: [] }),
  async run(_input, { folder, before, mode }) {
    const { fileName, title } = before;
    const removed = mode === 'execute' ? await removeText(folder, before, theNote(title)) : succeed(null);
    return removed.ok ? succeed({ fileName, title }) : removed;
  },
  async findEarlier(_input, { folder, before }) {
    const { fileName, title } = before;
    const removed = await findRemoval(folder, before);
    return removed.ok ? succeed(removed.value ? { fileName, title } : null) : removed;
  },
  readBack: ({ fileName }, { folder }) => seeRemoval(folder, fileName),
  undo: ({ title }, context) => putTextBack(context, context.before, theNote(title)),
});
