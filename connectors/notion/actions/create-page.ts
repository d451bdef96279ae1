import { z } from 'zod';
import { type Block, linesOf, listBlocks, MOST_LINES, readText, toBlocks } from '#connectors/notion/blocks.ts';
import { claim, isNobodys, isOf } from '#connectors/notion/claims.ts';
import { SERVICE } from '#connectors/notion/notion-failure.ts';
import { type NotionSession, withNotion } from '#connectors/notion/notion-session.ts';
import { findPage, PageMadeSchema, PageNameSchema } from '#connectors/notion/pages.ts';
import { reachOf, sayReach } from '#connectors/notion/reach.ts';
import { takeOut } from '#connectors/notion/take-out.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** The page above, and the pages in it that are called the same already, none of which can be the one made here. */
type Before = { readonly id: string; readonly title: string; readonly isPublic: boolean; readonly namesakes: string[] };

const LONGEST_TEXT = 50_000;

/** Makes a page inside another. Notion takes no ids from outside, so that it is known by being new, ours and in these words. */
export const createPage = defineAction({
  name: 'notion.create-page',
  title: t`Write a page in Notion`,
  input: z.strictObject({
    in: PageNameSchema,
    title: nonEmptyLineOf(200),
    text: textOf(20_000).refine(
      (text) => linesOf(text).length <= MOST_LINES,
      t`It may have ${MOST_LINES} lines at most.`,
    ),
  }),
  output: z.object({ in: z.string(), title: z.string(), text: z.string() }),
  risk: 'L2',
  scopes: [t`write pages`],
  delivery: 'needs-a-check',
  labels: { in: t`Inside the page`, title: t`Title`, text: t`Text` },
  look: (input, surroundings): Promise<Result<Looked<Before>>> =>
    withNotion(surroundings, async (session) => {
      const parent = await findPage(session, input.in);
      if (!parent.ok) return parent;
      const { id, title, isPublic } = parent.value;
      const namesakes = (await pagesCalled(session, id, input.title)).map((page) => page.id);
      // The consent is to the words and to who can read them, whatever else stands there.
      return succeed({ before: { id, title, isPublic, namesakes }, version: `${id} ${isPublic}` });
    }),
  effect: (_input, before) => reachOf(before),
  describe: ({ title, text }, before) => ({
    title: t`Write the page ${quote(title)} in Notion, inside ${quote(before.title)}, ${sayReach(before.isPublic)}`,
    differences: [{ label: t`Text`, before: null, after: text }],
    undo: t`Undo moves the page to Notion’s trash, where it stays for 30 days.`,
  }),
  report: (output) => ({
    says: t`The page ${quote(output.title)} is in your Notion, inside ${quote(output.in)}. Undo moves it to the trash there.`,
    lines: [],
  }),
  run: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const { before, key, mode, attach } = context;
      const output = { in: before.title, title, text };
      if (mode === 'draft') await attach({ name: `${title}.txt`, mediaType: 'text/plain', bytes: text });
      if (mode !== 'execute') return succeed(output);
      const ours = await findOurs(session, before, key, { title, text });
      if (ours.kind === 'unclear') return unknown;
      if (ours.id !== null) return succeed(output);
      const { id } = await session.change('POST', 'pages', PageMadeSchema, {
        parent: { page_id: before.id },
        properties: { title: { title: [{ type: 'text', text: { content: title } }] } },
        children: toBlocks(text),
      });
      claim(key, [id]);
      // One more that nobody is known to have written: the request arrived twice on the way.
      const twin = (await findNobodys(session, before, { title, text })).same[0];
      if (twin !== undefined) await takeOut(session, { from: before.id, id: twin, isPage: true });
      return succeed(output);
    }),
  findEarlier: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const { before, key } = context;
      const ours = await findOurs(session, before, key, { title, text });
      if (ours.kind === 'unclear') return unknown;
      return succeed(ours.id === null ? null : { in: before.title, title, text });
    }),
  readBack: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const { kind, id } = await findOurs(session, context.before, context.key, { title, text });
      return succeed(kind === 'clear' && id !== null && (await says(session, id, text)));
    }),
  undo: ({ title, text }, context) =>
    withNotion(context, async (session) => {
      const { kind, id } = await findOurs(session, context.before, context.key, { title, text });
      if (id === null) return succeed(null);
      const isChanged = kind === 'unclear' || !(await says(session, id, text));
      if (isChanged && !context.overwrite) return changedSince(t`the page ${quote(title)} in your Notion`);
      if (context.mode !== 'execute') return succeed(null);
      if (isChanged) {
        const bytes = await readText(session, id, LONGEST_TEXT);
        await context.attach({ name: `${title}.txt`, mediaType: 'text/plain', bytes });
      }
      await takeOut(session, { from: context.before.id, id, isPage: true });
      return succeed(null);
    }),
});

const unknown = fail({ kind: 'outcome-unknown', service: SERVICE });

/** The pages right inside a page that are called so. */
async function pagesCalled(session: NotionSession, parent: string, title: string): Promise<readonly Block[]> {
  const blocks = await listBlocks(session, parent);
  return blocks.filter(({ type, text }) => type === 'child_page' && text === title);
}

type Wanted = { readonly title: string; readonly text: string };
type Ours = { readonly kind: 'clear' | 'unclear'; readonly id: string | null };

/**
 * What was written under this key. After a restart, which forgets whose is whose, it is the one with these very words;
 * `unclear`: there is one of this title with other words, which somebody may have changed.
 */
async function findOurs(session: NotionSession, before: Before, key: string, wanted: Wanted): Promise<Ours> {
  const known = (await findNew(session, before, wanted.title)).find((id) => isOf(key, id));
  if (known !== undefined) return { kind: 'clear', id: known };
  const { same, others } = await findNobodys(session, before, wanted);
  const [id] = same;
  if (id === undefined) return { kind: others.length > 0 ? 'unclear' : 'clear', id: others[0] ?? null };
  claim(key, [id]);
  return { kind: 'clear', id };
}

/** Ids of the pages of this title that came since the look and that were written from here. */
async function findNew(session: NotionSession, { id, namesakes }: Before, title: string): Promise<readonly string[]> {
  return (await pagesCalled(session, id, title))
    .filter((page) => page.by === session.bot && !namesakes.includes(page.id))
    .map((page) => page.id);
}

/** Those of them that nobody of this process is known to have written, by whether they have these words. */
async function findNobodys(session: NotionSession, before: Before, { title, text }: Wanted) {
  const same: string[] = [];
  const others: string[] = [];
  for (const id of (await findNew(session, before, title)).filter(isNobodys)) {
    ((await says(session, id, text)) ? same : others).push(id);
  }
  return { same, others };
}

async function says(session: NotionSession, page: string, wanted: string): Promise<boolean> {
  const lines = (await listBlocks(session, page)).map(({ text }) => text);
  return JSON.stringify(lines) === JSON.stringify(linesOf(wanted));
}
