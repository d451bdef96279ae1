import { z } from 'zod';
import { readDoc as read } from '#connectors/google/docs/doc-text.ts';
import { findDoc } from '#connectors/google/docs/list-docs.ts';
import { withDocs } from '#connectors/google/docs/with-docs.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const LONGEST_TEXT = 50_000;

export const readDoc = defineAction({
  name: 'google.read-doc',
  title: t`Read a document in Google Docs`,
  input: z.strictObject({ doc: nonEmptyLineOf(300) }),
  output: z.object({ id: z.string(), name: z.string(), text: z.string() }),
  risk: 'L0',
  scopes: [scopes.docs],
  delivery: 'exactly-once',
  labels: { doc: t`Document` },
  effect: () => onlyLooks,
  describe: ({ doc }) => ({
    title: t`Read the document ${quote(doc)} in Google Docs`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ name, text }) => ({
    says: text.trim() === '' ? t`The document ${quote(name)} is empty.` : t`In the document ${quote(name)}:`,
    lines: text.split('\n').filter((line) => line.trim() !== ''),
  }),
  outside: ({ id, name }) => [{ path: '', item: id, what: 'file', title: name, by: t`your Google Docs` }],
  run: ({ doc: wanted }, context) =>
    withDocs(context, async (session) => {
      const doc = await findDoc(session, wanted);
      if (!doc.ok) return doc;
      const { id, name } = doc.value;
      const { text } = await read(session, id);
      return succeed({ id, name, text: cleanText(text.slice(0, LONGEST_TEXT)).text });
    }),
});
