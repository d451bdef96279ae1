import { z } from 'zod';
import { linesOf, listBlocks, MOST_LINES, toBlocks } from '#connectors/notion/blocks.ts';
import { claim } from '#connectors/notion/claims.ts';
import { SERVICE } from '#connectors/notion/notion-failure.ts';
import { withNotion } from '#connectors/notion/notion-session.ts';
import { findOurs, findTwin, isPartOf, isSame, textsOf } from '#connectors/notion/own-lines.ts';
import { findPage, PageNameSchema } from '#connectors/notion/pages.ts';
import { reachOf, sayReach } from '#connectors/notion/reach.ts';
import { takeOut } from '#connectors/notion/take-out.ts';
import type { Looked } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changedSince } from '#connectors/sdk/failures.ts';
import { textOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';

/** The page, and the pieces that it had already, none of which can be one that was added here. */
type Before = { readonly id: string; readonly title: string; readonly isPublic: boolean; readonly had: string[] };

/** Adds lines at the end of a page. They are known by being new, ours and in these words. */
export const appendText = defineAction({
  name: 'notion.append',
  title: t`Add to a page in Notion`,
  input: z.strictObject({
    page: PageNameSchema,
    text: textOf(20_000)
      .refine((text) => text.trim() !== '', t`Say what it should say.`)
      .refine((text) => linesOf(text).length <= MOST_LINES, t`It may have ${MOST_LINES} lines at most.`),
  }),
  output: z.object({ page: z.string(), text: z.string() }),
  risk: 'L2',
  scopes: [t`write pages`],
  delivery: 'needs-a-check',
  labels: { page: t`Page`, text: t`Text` },
  look: ({ page: wanted }, surroundings): Promise<Result<Looked<Before>>> =>
    withNotion(surroundings, async (session) => {
      const page = await findPage(session, wanted);
      if (!page.ok) return page;
      const { id, title, isPublic } = page.value;
      const had = (await listBlocks(session, id)).map((block) => block.id);
      // The consent is to the words and to who can read them, whatever else stands on the page.
      return succeed({ before: { id, title, isPublic, had }, version: `${id} ${isPublic}` });
    }),
  effect: (_input, before) => reachOf(before),
  describe: ({ text }, { title, isPublic }) => ({
    title: t`Add to the page ${quote(title)} in Notion, ${sayReach(isPublic)}`,
    differences: [{ label: t`Added at the end`, before: null, after: text }],
    undo: t`Undo takes these lines out again.`,
  }),
  report: ({ page }) => ({ says: t`It is on the page ${quote(page)}. Undo takes it out again.`, lines: [] }),
  run: ({ text }, context) =>
    withNotion(context, async (session) => {
      const { before, key, mode, attach } = context;
      const output = { page: before.title, text };
      if (mode === 'draft') await attach({ name: `${before.title}.txt`, mediaType: 'text/plain', bytes: text });
      if (mode !== 'execute') return succeed(output);
      const earlier = await findOurs(session, before, key, text);
      if (earlier.kind === 'unclear') return unknown;
      if (earlier.blocks.length > 0) return succeed(output);
      const children = toBlocks(text);
      const { results } = await session.change('PATCH', `blocks/${before.id}/children`, AddedSchema, { children });
      claim(
        key,
        results.map(({ id }) => id),
      );
      for (const { id } of await findTwin(session, before, text)) {
        await takeOut(session, { from: before.id, id });
      }
      return succeed(output);
    }),
  findEarlier: ({ text }, context) =>
    withNotion(context, async (session) => {
      const { before, key } = context;
      const ours = await findOurs(session, before, key, text);
      if (ours.kind === 'unclear') return unknown;
      return succeed(ours.blocks.length === 0 ? null : { page: before.title, text });
    }),
  readBack: ({ text }, context) =>
    withNotion(context, async (session) => {
      const { blocks } = await findOurs(session, context.before, context.key, text);
      return succeed(isSame(textsOf(blocks), linesOf(text)));
    }),
  undo: ({ page, text }, context) =>
    withNotion(context, async (session) => {
      const { kind, blocks } = await findOurs(session, context.before, context.key, text);
      const isChanged = kind === 'unclear' || !isPartOf(textsOf(blocks), linesOf(text));
      if (isChanged && !context.overwrite) return changedSince(t`what was added to the page ${quote(page)}`);
      if (context.mode !== 'execute') return succeed(null);
      if (isChanged) {
        const bytes = textsOf(blocks).join('\n');
        await context.attach({ name: `${page}.txt`, mediaType: 'text/plain', bytes });
      }
      for (const { id } of blocks) await takeOut(session, { from: context.before.id, id });
      return succeed(null);
    }),
});

const AddedSchema = z.looseObject({ results: z.array(z.looseObject({ id: z.string() })) });
const unknown = fail({ kind: 'outcome-unknown', service: SERVICE });
