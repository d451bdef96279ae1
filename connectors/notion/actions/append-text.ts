import { z } from 'zod';
import { type Block, linesOf, listBlocks, MOST_LINES, toBlocks } from '#connectors/notion/blocks.ts';
import { type NotionSession, withNotion } from '#connectors/notion/notion-session.ts';
import { findPage, PageNameSchema } from '#connectors/notion/pages.ts';
import { reachOf, sayReach } from '#connectors/notion/reach.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** The page, and the pieces that it had already, none of which can be one that was added here. */
type Before = { readonly id: string; readonly title: string; readonly isPublic: boolean; readonly had: string[] };

/** Adds lines at the end of a page. They are known by being new, ours and in these words. */
export const appendText = defineAction({
  name: 'notion.append',
  title: 'Add to a page in Notion',
  input: z.strictObject({
    page: PageNameSchema,
    text: textOf(20_000)
      .refine((text) => text.trim() !== '', 'Say what it should say.')
      .refine((text) => linesOf(text).length <= MOST_LINES, `It may have ${MOST_LINES} lines at most.`),
  }),
  output: z.object({ page: z.string(), text: z.string() }),
  risk: 'L2',
  scopes: ['write pages'],
  delivery: 'needs-a-check',
  labels: { page: 'Page', text: 'Text' },
  look: ({ page: wanted }, surroundings): Promise<Result<Looked<Before>>> =>
    withNotion(surroundings, async (session) => {
      const page = await findPage(session, wanted);
      if (!page.ok) return page;
      const { id, title, isPublic } = page.value;
      const had = (await listBlocks(session, id)).map((block) => block.id);
      return succeed({ before: { id, title, isPublic, had }, version: hashOf(JSON.stringify([id, isPublic, had])) });
    }),
  effect: (_input, before) => reachOf(before),
  describe: ({ text }, { title, isPublic }) => ({
    title: `Add to the page ${quote(title)} in Notion, ${sayReach(isPublic)}`,
    differences: [{ label: 'Added at the end', before: null, after: text }],
    undo: 'Undo takes these lines out again.',
  }),
  report: ({ page }) => ({ says: `It is on the page ${quote(page)}. Undo takes it out again.`, lines: [] }),
  run: ({ text }, context) =>
    withNotion(context, async (session) => {
      const { before, mode, attach } = context;
      const output = { page: before.title, text };
      if (mode === 'draft') await attach({ name: `${before.title}.txt`, mediaType: 'text/plain', bytes: text });
      if (mode !== 'execute' || (await findOurs(session, before, text)).length > 0) return succeed(output);
      await session.change('PATCH', `blocks/${before.id}/children`, z.looseObject({}), { children: toBlocks(text) });
      for (const { id } of await findTwins(session, before, text)) {
        await session.change('DELETE', `blocks/${id}`, z.looseObject({}));
      }
      return succeed(output);
    }),
  findEarlier: ({ text }, context) =>
    withNotion(context, async (session) => {
      const ours = await findOurs(session, context.before, text);
      return succeed(ours.length === 0 ? null : { page: context.before.title, text });
    }),
  readBack: ({ text }, context) =>
    withNotion(context, async (session) => {
      const ours = await findOurs(session, context.before, text);
      return succeed(JSON.stringify(textsOf(ours)) === JSON.stringify(linesOf(text)));
    }),
  undo: ({ page, text }, context) =>
    withNotion(context, async (session) => {
      const ours = await findOurs(session, context.before, text);
      const isChanged = !isPartOf(textsOf(ours), linesOf(text));
      if (isChanged && !context.overwrite) return changedSince(`what was added to the page ${quote(page)}`);
      if (context.mode !== 'execute') return succeed(null);
      if (isChanged) {
        const bytes = textsOf(ours).join('\n');
        await context.attach({ name: `${page}.txt`, mediaType: 'text/plain', bytes });
      }
      for (const { id } of ours) await session.change('DELETE', `blocks/${id}`, z.looseObject({}));
      return succeed(null);
    }),
});

const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text ?? '');

/** The pieces that came since and that were written from here, in order. */
async function findSince(session: NotionSession, { id, had }: Before): Promise<readonly Block[]> {
  const before = new Set(had);
  return (await listBlocks(session, id)).filter((block) => block.by === session.bot && !before.has(block.id));
}

/** As many of them as the text has lines, the first first. */
const findOurs = async (session: NotionSession, before: Before, text: string): Promise<readonly Block[]> =>
  (await findSince(session, before)).slice(0, linesOf(text).length);

/** The same words once more right behind them: the request arrived twice on the way. */
async function findTwins(session: NotionSession, before: Before, text: string): Promise<readonly Block[]> {
  const lines = linesOf(text);
  const twins = (await findSince(session, before)).slice(lines.length, 2 * lines.length);
  return JSON.stringify(textsOf(twins)) === JSON.stringify(lines) ? twins : [];
}

/** Whether the lines are among the wanted ones, in their order: the rest was taken out already. */
function isPartOf(lines: readonly string[], wanted: readonly string[]): boolean {
  let next = 0;
  for (const line of wanted) if (lines[next] === line) next += 1;
  return next === lines.length;
}
