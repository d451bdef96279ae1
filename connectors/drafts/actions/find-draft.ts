import { z } from 'zod';
import { DraftSchema, findDrafts, sayDraftLine } from '#connectors/drafts/read-drafts.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const findDraft = defineAction({
  name: 'drafts.find',
  title: t`Find a draft`,
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  output: z.object({ draft: DraftSchema, alike: z.int().nonnegative() }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Find the draft ${quote(query)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ draft, alike }, view) => ({
    says: alike === 0 ? t`One draft matches.` : t`${alike + 1} drafts match; this is the newest.`,
    lines: [sayDraftLine(draft, view)],
  }),
  async run({ query }, { folder }) {
    const [draft, ...others] = await findDrafts(folder, query);
    return draft === undefined ? notFound(t`a draft about ${quote(query)}`) : succeed({ draft, alike: others.length });
  },
});
