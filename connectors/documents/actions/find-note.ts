import { z } from 'zod';
import { findNotes, listNotes } from '#connectors/documents/find-notes.ts';
import { NoteSchema } from '#connectors/documents/note.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const findNote = defineAction({
  name: 'documents.find-note',
  title: t`Find a note`,
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  /** `alike`: how many others matched too. */
  output: z.object({ note: NoteSchema, alike: z.int().nonnegative() }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Look for ${quote(query)} in your notes`,
    differences: [],
    undo: t`Looking changes nothing.`,
  }),
  report({ note, alike }) {
    const matchToo = alike === 1 ? t`One other note matches too.` : t`${alike} other notes match too.`;
    const others = alike === 0 ? '' : ` ${matchToo}`;
    const lines = note.body.split('\n').filter((line) => line.trim() !== '');
    return { says: `${t`Found your note ${quote(note.title)}.`}${others}`, lines };
  },
  async run({ query }, { folder }) {
    const [note, ...others] = findNotes(await listNotes(folder), query);
    if (note === undefined) return notFound(t`a note about ${quote(query)}`);
    return succeed({ note, alike: others.length });
  },
});
