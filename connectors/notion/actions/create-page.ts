import { z } from 'zod';
import { linesOf, listBlocks, MOST_LINES, readText, toBlocks } from '#connectors/notion/blocks.ts';
import { type NotionSession, withNotion } from '#connectors/notion/notion-session.ts';
import { findPage, PageMadeSchema, PageNameSchema } from '#connectors/notion/pages.ts';
import { reachOf, sayReach } from '#connectors/notion/reach.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** The page above, and the pages in it that are called the same already, none of which can be the one made here. */
type Before = { readonly id: string; readonly title: string; readonly isPublic: boolean; readonly namesakes: string[] };

const LONGEST_TEXT = 50_000;

/** Makes a page inside another. Notion takes no ids from outside, so that it is known by being new, ours and in these words. */
export const createPage = defineAction({
  name: 'notion.create-page',
  title: 'Write a page in Notion',
  input: z.strictObject({
    in: PageNameSchema,
    title: nonEmptyLineOf(200),
    text: textOf(20_000).refine(
      (text) => linesOf(text).length <= MOST_LINES,
      `It may have ${MOST_LINES} lines at most.`,
    ),
  }),
  output: z.object({ in: z.string(), title: z.string(), text: z.string() }),
  risk: 'L2',
  scopes: ['write pages'],
  delivery: 'needs-a-check',
  labels: { in: 'Inside the page', title: 'Title', text: 'Text' },
  look: (input, surroundings): Promise<Result<Looked<Before>>> =>
    withNotion(surroundings, async (session) => {
      const parent = await findPage(session, input.in);
      if (!parent.ok) return parent;
      const { id, title, isPublic } = parent.value;
      const namesakes = await pagesCalled(session, id, input.title);
      const version = hashOf(JSON.stringify([id, isPublic, namesakes]));
      return succeed({ before: { id, title, isPublic, namesakes }, version });
    }),
  effect: (_input, before) => reachOf(before),
  describe: ({ title, text }, before) => ({
    title: `Write the page ${quote(title)} in Notion, inside ${quote(before.title)}, ${sayReach(before.isPublic)}`,
    differences: [{ label: 'Text', before: null, after: text }],
    undo: 'Undo moves the page to Notion’s trash, where it stays for 30 days.',
  }),
  report: (output) => ({
    says: `The page ${quote(output.title)} is in your Notion, inside ${quote(output.in)}. Undo moves it to the trash there.`,
    lines: [],
  }),
  run: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const { before, mode, attach } = context;
      const output = { in: before.title, title, text };
      if (mode === 'draft') await attach({ name: `${title}.txt`, mediaType: 'text/plain', bytes: text });
      if (mode !== 'execute' || (await findOurs(session, before, title)) !== null) return succeed(output);
      await session.change('POST', 'pages', PageMadeSchema, {
        parent: { page_id: before.id },
        properties: { title: { title: [{ type: 'text', text: { content: title } }] } },
        children: toBlocks(text),
      });
      // A request that arrived twice on the way made two.
      const [, ...twins] = await findAllOurs(session, before, title);
      for (const twin of twins) await session.change('PATCH', `pages/${twin}`, z.looseObject({}), { archived: true });
      return succeed(output);
    }),
  findEarlier: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const ours = await findOurs(session, context.before, title);
      return succeed(ours === null ? null : { in: context.before.title, title, text });
    }),
  readBack: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const ours = await findOurs(session, context.before, title);
      return succeed(ours !== null && (await says(session, ours, text)));
    }),
  undo: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const ours = await findOurs(session, context.before, title);
      if (ours === null) return succeed(null);
      const isChanged = !(await says(session, ours, text));
      if (isChanged && !context.overwrite) return changedSince(`the page ${quote(title)} in your Notion`);
      if (context.mode !== 'execute') return succeed(null);
      if (isChanged) {
        const bytes = await readText(session, ours, LONGEST_TEXT);
        await context.attach({ name: `${title}.txt`, mediaType: 'text/plain', bytes });
      }
      await session.change('PATCH', `pages/${ours}`, z.looseObject({}), { archived: true });
      return succeed(null);
    }),
});

/** Ids of the pages right inside a page that are called so. */
async function pagesCalled(session: NotionSession, parent: string, title: string): Promise<string[]> {
  const blocks = await listBlocks(session, parent);
  return blocks.filter(({ type, text }) => type === 'child_page' && text === title).map(({ id }) => id);
}

const findOurs = async (session: NotionSession, before: Before, title: string): Promise<string | null> =>
  (await findAllOurs(session, before, title))[0] ?? null;

async function findAllOurs(session: NotionSession, { id, namesakes }: Before, title: string): Promise<string[]> {
  const blocks = await listBlocks(session, id);
  return blocks
    .filter(({ type, text, by }) => type === 'child_page' && text === title && by === session.bot)
    .map((block) => block.id)
    .filter((block) => !namesakes.includes(block));
}

async function says(session: NotionSession, page: string, wanted: string): Promise<boolean> {
  const lines = (await listBlocks(session, page)).map(({ text }) => text);
  return JSON.stringify(lines) === JSON.stringify(linesOf(wanted));
}
