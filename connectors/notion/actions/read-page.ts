import { z } from 'zod';
import { readText } from '#connectors/notion/blocks.ts';
import { withNotion } from '#connectors/notion/notion-session.ts';
import { findPage, PageNameSchema } from '#connectors/notion/pages.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const LONGEST_TEXT = 50_000;

export const readPage = defineAction({
  name: 'notion.read',
  title: t`Read a page in Notion`,
  input: z.strictObject({ page: PageNameSchema }),
  output: z.object({ id: z.string(), title: z.string(), text: z.string() }),
  risk: 'L0',
  scopes: [t`read your pages`],
  delivery: 'exactly-once',
  labels: { page: t`Page` },
  effect: () => onlyLooks,
  describe: ({ page }) => ({
    title: t`Read the page ${quote(page)} in Notion`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ title, text }) => ({
    says: text === '' ? t`The page ${quote(title)} is empty.` : t`On the page ${quote(title)}:`,
    lines: text.split('\n').filter((line) => line.trim() !== ''),
  }),
  outside: ({ id, title }) => [{ path: '', item: id, what: 'page', title, by: t`your Notion` }],
  run: ({ page: wanted }, context) =>
    withNotion(context, async (session) => {
      const page = await findPage(session, wanted);
      if (!page.ok) return page;
      const { id, title } = page.value;
      return succeed({ id, title, text: cleanText(await readText(session, id, LONGEST_TEXT)).text });
    }),
});
