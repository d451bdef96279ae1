import { z } from 'zod';
import type { NotionSession } from '#connectors/notion/notion-session.ts';
import { misfit, notFound } from '#connectors/sdk/failures.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';
import { foldText, nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** A name like any other: it is part of what a consent is bound to, so it is the same in every language. */
const UNTITLED = 'Untitled';

/** A page as the person calls it: its title, or its address in Notion. */
export const PageNameSchema = nonEmptyLineOf(300);

export const richTextOf = (parts: readonly { readonly plain_text: string }[]): string =>
  parts.map(({ plain_text }) => plain_text).join('');
export const RichTextSchema = z.array(z.looseObject({ plain_text: z.string() }));

const StoredSchema = z.looseObject({
  object: z.literal('page'),
  id: z.string(),
  archived: z.boolean().optional(),
  in_trash: z.boolean().optional(),
  last_edited_time: z.string(),
  created_by: z.looseObject({ id: z.string() }).optional(),
  url: z.string().optional(),
  public_url: z.string().nullish(),
  properties: z.record(z.string(), z.looseObject({ type: z.string().optional(), title: RichTextSchema.optional() })),
});
type Stored = z.output<typeof StoredSchema>;

/** A page as it is told of. The title was written by somebody. */
export type Page = {
  readonly id: string;
  readonly title: string;
  readonly editedAt: string;
  /** Published on the web, where anybody can read it. */
  readonly isPublic: boolean;
  readonly isGone: boolean;
};

const tellPage = ({ id, archived, in_trash, last_edited_time, public_url, properties }: Stored): Page => {
  const title = Object.values(properties).find(({ type, title: parts }) => type === 'title' || parts !== undefined);
  return {
    id,
    title: cleanText(richTextOf(title?.title ?? [])).text.trim() || UNTITLED,
    editedAt: last_edited_time,
    isPublic: (public_url ?? null) !== null,
    isGone: archived === true || in_trash === true,
  };
};

const FoundSchema = z.looseObject({
  results: z.array(z.unknown()),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});

const PAGE_SIZE = 100;

/** Pages whose title has these words, the last edited first; at most `most`, and whether there are more. */
export async function searchPages(
  session: NotionSession,
  query: string,
  most: number,
): Promise<{ readonly pages: readonly Page[]; readonly more: boolean }> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const found: z.output<typeof FoundSchema> = await session.ask('search', FoundSchema, {
      query,
      filter: { property: 'object', value: 'page' },
      sort: { direction: 'descending', timestamp: 'last_edited_time' },
      page_size: PAGE_SIZE,
      ...(cursor !== null && { start_cursor: cursor }),
    });
    for (const result of found.results) {
      const stored = StoredSchema.safeParse(result);
      if (stored.success) pages.push(tellPage(stored.data));
    }
    cursor = found.has_more ? found.next_cursor : null;
  } while (cursor !== null && pages.length < most);
  return { pages: pages.filter(({ isGone }) => !isGone).slice(0, most), more: cursor !== null || pages.length > most };
}

export const readPage = async (session: NotionSession, id: string): Promise<Page> =>
  tellPage(await session.ask(`pages/${id}`, StoredSchema));

export const PageMadeSchema = StoredSchema;

/** The 32 hexadecimal digits at the end of a page’s address, or an id with or without its hyphens. */
function idIn(wanted: string): string | null {
  const digits = /(?:^|[/-])([0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12})(?:[?#].*)?$/i.exec(wanted.trim())?.[1];
  const plain = digits?.replaceAll('-', '').toLowerCase();
  return plain === undefined ? null : plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const MOST_NAMED_ALIKE = 200;

export async function findPage(session: NotionSession, wanted: string): Promise<Result<Page>> {
  const id = idIn(wanted);
  if (id !== null) return succeed(await readPage(session, id));
  const name = foldText(wanted);
  const { pages } = await searchPages(session, wanted, MOST_NAMED_ALIKE);
  const [page, another] = pages.filter(({ title }) => foldText(title) === name);
  if (page === undefined) return notFound(t`a page called ${quote(wanted)} that your integration was given in Notion`);
  if (another === undefined) return succeed(page);
  return misfit(
    t`There are several pages called ${quote(wanted)} in your Notion. Say the address of the one you mean.`,
  );
}
