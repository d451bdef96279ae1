import { z } from 'zod';
import { findNotes, listNotes } from '#connectors/documents/find-notes.ts';
import { NoteSchema } from '#connectors/documents/note.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { succeed } from '#contract/model/result.ts';

export const findNote = defineAction({
  name: 'documents.find-note',
  title: 'Find a note',
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  /** `alike`: how many others matched too. */
  output: z.object({ note: NoteSchema, alike: z.int().nonnegative() }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: 'Looking for' },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: `Look for ${quote(query)} in your notes`,
    differences: [],
    undo: 'Looking changes nothing.',
  }),
  report({ note, alike }) {
    const others = alike === 0 ? '' : ` ${alike === 1 ? 'One other note matches' : `${alike} other notes match`} too.`;
    const lines = note.body.split('\n').filter((line) => line.trim() !== '');
    return { says: `Found your note ${quote(note.title)}.${others}`, lines };
  },
  async run({ query }, { folder }) {
    const [note, ...others] = findNotes(await listNotes(folder), query);
    if (note === undefined) return notFound(`a note about ${quote(query)}`);
    return succeed({ note, alike: others.length });
  },
});
