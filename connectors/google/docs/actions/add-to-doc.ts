import { z } from 'zod';
import { changeDoc, readDoc } from '#connectors/google/docs/doc-text.ts';
import { findDoc, type Readers, reachOf, sayReaders } from '#connectors/google/docs/list-docs.ts';
import { withDocs } from '#connectors/google/docs/with-docs.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId } from '#connectors/sdk/derive-id.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

type Before = { readonly id: string; readonly name: string; readonly readers: Readers };

/** What is added stands at the end whatever else is written meanwhile, so it is tried again on what stands then. */
const ATTEMPTS = 5;

/** A name inside the document, which only programs see, for what was added under one key. */
const markOf = (key: string): string => `life-os-${deriveId(key)}`;

/** Adds text at the end of a document that was made from here, in one request, and marks where it stands. */
export const addToDoc = defineAction({
  name: 'google.add-to-doc',
  title: t`Add to a document in Google Docs`,
  input: z.strictObject({
    doc: nonEmptyLineOf(300),
    text: textOf(100_000).refine((text) => text.trim() !== '', t`Say what it should say.`),
  }),
  output: z.object({ id: z.string(), name: z.string(), text: z.string(), mark: z.string() }),
  risk: 'L2',
  scopes: [scopes.docs],
  delivery: 'needs-a-check',
  labels: { doc: t`Document`, text: t`Text` },
  look: ({ doc: wanted }, surroundings): Promise<Result<Looked<Before>>> =>
    withDocs(surroundings, async (session) => {
      const doc = await findDoc(session, wanted);
      if (!doc.ok) return doc;
      const { id, name, readers } = doc.value;
      // The consent is to the words and to who can read them, whatever else stands in the document.
      return succeed({ before: { id, name, readers }, version: `${id} ${readers}` });
    }),
  effect: (_input, before) => reachOf(before),
  describe: ({ text }, { name, readers }) => ({
    title: t`Add to the document ${quote(name)} in Google Docs, ${sayReaders[readers]}`,
    differences: [{ label: t`Added at the end`, before: null, after: text }],
    undo: t`Undo takes these words out again.`,
  }),
  report: ({ name }) => ({ says: t`It is in the document ${quote(name)}. Undo takes it out again.`, lines: [] }),
  run: ({ text }, context) =>
    withDocs(context, async (session) => {
      const { before, key, mode, attach } = context;
      const output = { id: before.id, name: before.name, text, mark: markOf(key) };
      if (mode === 'draft') await attach({ name: `${before.name}.txt`, mediaType: 'text/plain', bytes: text });
      if (mode !== 'execute') return succeed(output);
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        if ((await addAtEnd(session, output)) === 'done') return succeed(output);
      }
      return changedSince(t`the document ${quote(before.name)}`);
    }),
  findEarlier: ({ text }, context) =>
    withDocs(context, async (session) => {
      const { before, key } = context;
      const mark = markOf(key);
      const marked = (await readDoc(session, before.id)).marked(mark);
      return succeed(marked === null ? null : { id: before.id, name: before.name, text, mark });
    }),
  readBack: ({ id, text, mark }, context) =>
    withDocs(context, async (session) =>
      succeed((await readDoc(session, id)).marked(mark)?.text.trim() === text.trim()),
    ),
  undo: ({ id, name, text, mark }, context) =>
    withDocs(context, async (session) => {
      const standing = await readDoc(session, id);
      const marked = standing.marked(mark);
      if (marked === null) return succeed(null);
      const isChanged = marked.text.trim() !== text.trim();
      if (isChanged && !context.overwrite) return changedSince(t`what was added to the document ${quote(name)}`);
      if (context.mode !== 'execute') return succeed(null);
      if (isChanged) await context.attach({ name: `${name}.txt`, mediaType: 'text/plain', bytes: marked.text });
      const became = await changeDoc(
        session,
        { documentId: id, revision: standing.revision },
        [{ deleteNamedRange: { name: mark } }, { deleteContentRange: { range: marked.stretch } }],
        (now) => now.marked(mark) === null,
      );
      if (became === 'changed') return changedSince(t`the document ${quote(name)}`);
      return succeed(null);
    }),
});

type Addition = { readonly id: string; readonly text: string; readonly mark: string };

/** On the document as it now stands; `changed`: somebody wrote in it in the same moment, and nothing was added. */
async function addAtEnd(session: GoogleSession, { id, text, mark }: Addition): Promise<'done' | 'changed'> {
  const standing = await readDoc(session, id);
  if (standing.marked(mark) !== null) return 'done';
  const added = addedTo(standing.text, text);
  const range = { startIndex: standing.end, endIndex: standing.end + added.length };
  return changeDoc(
    session,
    { documentId: id, revision: standing.revision },
    [{ insertText: { text: added, location: { index: standing.end } } }, { createNamedRange: { name: mark, range } }],
    (now) => now.marked(mark) !== null,
  );
}

/** On a line of its own. */
const addedTo = (standing: string, text: string): string => (standing === '' ? text : `\n${text}`);
