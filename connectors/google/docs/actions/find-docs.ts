import { z } from 'zod';
import { docsCalled } from '#connectors/google/docs/list-docs.ts';
import { withDocs } from '#connectors/google/docs/with-docs.ts';
import { scopes } from '#connectors/google/google-settings.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_FOUND = 20;

/** Looks for documents by their name, among those that were made from here. */
export const findDocs = defineAction({
  name: 'google.find-docs',
  title: t`Look for documents in Google Docs`,
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  output: z.object({
    query: z.string(),
    docs: z.array(z.object({ id: z.string(), name: z.string(), editedAt: z.string() })),
  }),
  risk: 'L0',
  scopes: [scopes.docs],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Look for documents called ${quote(query)} in Google Docs`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ query, docs }, view) => ({
    says:
      docs.length === 0
        ? t`No document that was made from here has ${quote(query)} in its name.`
        : docs.length === 1
          ? t`The document with ${quote(query)} in the name:`
          : t`The ${docs.length} documents with ${quote(query)} in the name:`,
    lines: docs.map(({ name, editedAt }) => (editedAt ? t`${name}, edited ${sayMoment(editedAt, view)}` : name)),
  }),
  outside: ({ docs }) =>
    docs.map(({ id, name }, at) => ({
      path: `/docs/${at}`,
      item: id,
      what: 'file',
      title: name,
      by: t`your Google Docs`,
    })),
  run: ({ query }, context) =>
    withDocs(context, async (session) => {
      const docs = (await docsCalled(session, query)).slice(0, MOST_FOUND);
      return succeed({ query, docs: docs.map(({ id, name, editedAt }) => ({ id, name, editedAt })) });
    }),
});
