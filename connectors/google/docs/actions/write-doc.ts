import { z } from 'zod';
import { readDoc } from '#connectors/google/docs/doc-text.ts';
import { asSeen, DOCUMENT, type Doc, docByMark, docsByMark, MARK } from '#connectors/google/docs/list-docs.ts';
import { withDocs } from '#connectors/google/docs/with-docs.ts';
import type { GoogleSession } from '#connectors/google/google-session.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId } from '#connectors/sdk/derive-id.ts';
import { changesOwn } from '#connectors/sdk/effects.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

/** Makes a document of the person’s own, which nobody else can read, in one request. */
export const writeDoc = defineAction({
  name: 'google.write-doc',
  title: t`Write a document in Google Docs`,
  input: z.strictObject({ title: nonEmptyLineOf(200), text: textOf(100_000) }),
  output: z.object({ title: z.string(), text: z.string(), mark: z.string() }),
  risk: 'L1',
  scopes: [scopes.docs],
  delivery: 'needs-a-check',
  labels: { title: t`Title`, text: t`Text` },
  effect: () => changesOwn,
  describe: ({ title, text }) => ({
    title: t`Write the document ${quote(title)} in Google Docs`,
    differences: text.trim() === '' ? [] : [{ label: t`Text`, before: null, after: text }],
    undo: t`Undo moves it to the trash of your Drive, where it stays for 30 days.`,
  }),
  report: ({ title }) => ({
    says: t`The document ${quote(title)} is in your Google Docs. Undo moves it to the trash there.`,
    lines: [],
  }),
  run: ({ title, text }, context) =>
    withDocs(context, async (session) => {
      const { key, mode, attach } = context;
      const mark = deriveId(key);
      if (mode === 'draft') await attach({ name: `${title}.txt`, mediaType: 'text/plain', bytes: text });
      if (mode !== 'execute' || (await docByMark(session, mark)) !== null) return succeed({ title, text, mark });
      await makeDoc(session, { name: title, text, mark });
      const [, ...twins] = await docsByMark(session, mark);
      for (const { id } of twins) await throwAway(session, id);
      return succeed({ title, text, mark });
    }),
  findEarlier: ({ title, text }, context) =>
    withDocs(context, async (session) => {
      const mark = deriveId(context.key);
      return succeed((await docByMark(session, mark)) === null ? null : { title, text, mark });
    }),
  readBack: ({ title, text, mark }, context) =>
    withDocs(context, async (session) => {
      const doc = await docByMark(session, mark);
      return succeed(doc !== null && (await isAsMade(session, doc, title, text)));
    }),
  undo: ({ title, text, mark }, context) =>
    withDocs(context, async (session) => {
      const doc = await docByMark(session, mark);
      if (doc === null) return succeed(null);
      const isChanged = !(await isAsMade(session, doc, title, text));
      if (isChanged && !context.overwrite) return changedSince(t`the document ${quote(title)} in your Google Docs`);
      if (context.mode !== 'execute') return succeed(null);
      if (isChanged) {
        const bytes = (await readDoc(session, doc.id)).text;
        await context.attach({ name: `${title}.txt`, mediaType: 'text/plain', bytes });
      }
      await throwAway(session, doc.id);
      return succeed(null);
    }),
});

async function isAsMade(session: GoogleSession, { id, name }: Doc, title: string, text: string): Promise<boolean> {
  return name === asSeen(title) && (await readDoc(session, id)).text.trim() === text.trim();
}

async function throwAway(session: GoogleSession, fileId: string): Promise<void> {
  await (await session.drive()).files.update({ fileId, requestBody: { trashed: true } });
}

type Wanted = { readonly name: string; readonly text: string; readonly mark: string };

async function makeDoc(session: GoogleSession, { name, text, mark }: Wanted): Promise<void> {
  const file = { name, mimeType: DOCUMENT, appProperties: { [MARK]: mark } };
  // The library takes the address for what is sent along from here alone.
  const { server } = session.settings;
  await (await session.drive()).files.create(
    {
      requestBody: file,
      fields: 'id',
      ...(text !== '' && { media: { mimeType: 'text/plain; charset=UTF-8', body: text } }),
    },
    server === null ? {} : { rootUrl: server },
  );
}
