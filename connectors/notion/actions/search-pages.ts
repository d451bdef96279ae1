import { z } from 'zod';
import { withNotion } from '#connectors/notion/notion-session.ts';
import { searchPages as search } from '#connectors/notion/pages.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayMoment } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_FOUND = 20;

/** Looks for pages by their title, among those that the integration was given. */
function sayCount(count: number, more: boolean, query: string): string {
  if (more) return t`The ${count} pages edited last with ${query} in the title:`;
  return count === 1 ? t`The page with ${query} in the title:` : t`The ${count} pages with ${query} in the title:`;
}

export const searchPages = defineAction({
  name: 'notion.search',
  title: t`Look for pages in Notion`,
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  output: z.object({
    query: z.string(),
    pages: z.array(z.object({ id: z.string(), title: z.string(), editedAt: z.string() })),
    more: z.boolean(),
  }),
  risk: 'L0',
  scopes: [t`read your pages`],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Look for pages called ${quote(query)} in Notion`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ query, pages, more }, view) => ({
    says:
      pages.length === 0
        ? t`No page that your integration was given has ${quote(query)} in its title.`
        : sayCount(pages.length, more, quote(query)),
    lines: pages.map(({ title, editedAt }) => t`${title}, edited ${sayMoment(editedAt, view)}`),
  }),
  outside: ({ pages }) =>
    pages.map(({ id, title }, at) => ({ path: `/pages/${at}`, item: id, what: 'page', title, by: t`your Notion` })),
  run: ({ query }, context) =>
    withNotion(context, async (session) => {
      const { pages, more } = await search(session, query, MOST_FOUND);
      return succeed({ query, pages: pages.map(({ id, title, editedAt }) => ({ id, title, editedAt })), more });
    }),
});
