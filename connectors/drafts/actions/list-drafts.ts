import { z } from 'zod';
import { DraftSchema, findDrafts, sayDraftLine } from '#connectors/drafts/read-drafts.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { lineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export const listDrafts = defineAction({
  name: 'drafts.list',
  title: t`List drafts`,
  input: z.strictObject({
    query: lineOf(200)
      .nullish()
      .transform((query) => query || null),
  }),
  output: z.object({ drafts: z.array(DraftSchema), query: z.string().nullable() }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Look up your drafts${sayAbout(query)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ drafts, query }, view) => ({
    says: sayCount(drafts.length, sayAbout(query)),
    lines: drafts.map((draft) => sayDraftLine(draft, view)),
  }),
  run: async ({ query }, { folder }) => succeed({ drafts: [...(await findDrafts(folder, query ?? ''))], query }),
});

const sayAbout = (query: string | null): string => (query === null ? '' : t` about ${quote(query)}`);

function sayCount(count: number, about: string): string {
  if (count === 0) return t`You have no drafts${about}.`;
  return count === 1 ? t`You have 1 draft${about}.` : t`You have ${count} drafts${about}.`;
}
