import { z } from 'zod';
import { findNotes, listNotes } from '#connectors/documents/find-notes.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { onlyLooks } from '#connectors/sdk/effects.ts';
import { lineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_LINES = 50;

export const listAllNotes = defineAction({
  name: 'documents.list-notes',
  title: t`List your notes`,
  input: z.strictObject({
    query: lineOf(200)
      .nullish()
      .transform((query) => query || null),
  }),
  output: z.object({
    query: z.string().nullable(),
    notes: z.array(z.object({ fileName: z.string(), title: z.string() })),
  }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: query === null ? t`List your notes` : t`List your notes about ${quote(query)}`,
    differences: [],
    undo: t`Looking changes nothing.`,
  }),
  report({ notes, query }) {
    const about = query === null ? '' : t` about ${quote(query)}`;
    if (notes.length === 0) return { says: t`You have no notes${about}.`, lines: [] };
    const lines = notes.slice(0, MOST_LINES).map(({ title }) => title);
    if (notes.length > MOST_LINES) lines.push(t`and ${notes.length - MOST_LINES} more`);
    const says = notes.length === 1 ? t`You have one note${about}.` : t`You have ${notes.length} notes${about}.`;
    return { says, lines };
  },
  async run({ query }, { folder }) {
    const all = await listNotes(folder);
    const found = query === null ? all : findNotes(all, query);
    return succeed({ query, notes: found.map(({ fileName, title }) => ({ fileName, title })) });
  },
});
