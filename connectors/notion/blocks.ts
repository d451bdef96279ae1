import { z } from 'zod';
import type { NotionSession } from '#connectors/notion/notion-session.ts';
import { RichTextSchema, richTextOf } from '#connectors/notion/pages.ts';

const BlockSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  has_children: z.boolean().optional(),
  created_by: z.looseObject({ id: z.string() }).optional(),
});
const ChildrenSchema = z.looseObject({
  results: z.array(BlockSchema),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});

/** A piece of a page as a line of text; without text (a picture, a line across) it is null. */
export type Block = {
  readonly id: string;
  readonly type: string;
  readonly text: string | null;
  readonly by: string | null;
  readonly hasChildren: boolean;
};

const WithTextSchema = z.looseObject({ rich_text: RichTextSchema, checked: z.boolean().optional() });
const WithTitleSchema = z.looseObject({ title: z.string() });

function tellBlock(stored: z.output<typeof BlockSchema>): Block {
  const { id, type, has_children, created_by } = stored;
  const written = WithTextSchema.safeParse(stored[type]);
  const titled = WithTitleSchema.safeParse(stored[type]);
  const text = written.success ? asLine(type, written.data) : titled.success ? titled.data.title : null;
  return { id, type, text, by: created_by?.id ?? null, hasChildren: has_children ?? false };
}

/** What stands before the text of a line, by the type of its block. */
const marks: Readonly<Record<string, string>> = {
  heading_1: '# ',
  heading_2: '## ',
  heading_3: '### ',
  bulleted_list_item: '- ',
  numbered_list_item: '- ',
  quote: '> ',
};

function asLine(type: string, { rich_text, checked }: z.output<typeof WithTextSchema>): string {
  const text = richTextOf(rich_text);
  return type === 'to_do' ? `[${checked ? 'x' : ' '}] ${text}` : `${marks[type] ?? ''}${text}`;
}

const PAGE_SIZE = 100;
const MOST_BLOCKS = 2_000;

/** The pieces of a page or of a piece, in order; those of the first level alone. */
export async function listBlocks(session: NotionSession, parent: string): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&start_cursor=${encodeURIComponent(cursor)}`;
    const found: z.output<typeof ChildrenSchema> = await session.ask(
      `blocks/${parent}/children?page_size=${PAGE_SIZE}${query}`,
      ChildrenSchema,
    );
    blocks.push(...found.results.map(tellBlock));
    cursor = found.has_more ? found.next_cursor : null;
  } while (cursor !== null && blocks.length < MOST_BLOCKS);
  return blocks;
}

const DEEPEST = 3;

/** All text of a page in lines, what is folded into a line behind it; pages inside it are named and not opened. */
export async function readText(session: NotionSession, page: string, longest: number): Promise<string> {
  const lines: string[] = [];
  let left = longest;
  async function gather(parent: string, depth: number): Promise<void> {
    for (const { id, type, text, hasChildren } of await listBlocks(session, parent)) {
      if (left <= 0) return;
      if (text !== null) lines.push(`${'  '.repeat(depth)}${text}`);
      left -= (text?.length ?? 0) + 1;
      const isPage = type === 'child_page' || type === 'child_database';
      if (hasChildren && !isPage && depth < DEEPEST) await gather(id, depth + 1);
    }
  }
  await gather(page, 0);
  return lines.join('\n').slice(0, longest);
}

/** Longer pieces of text, and more pieces at once, Notion refuses. */
const LONGEST_PIECE = 2_000;
export const MOST_LINES = 100;

/** What a text looks like as blocks: a line each, without the empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const toBlocks = (text: string): readonly object[] => linesOf(text).map(toBlock);

function toBlock(line: string): object {
  const isItem = line.startsWith('- ') && line.length > 2;
  const type = isItem ? 'bulleted_list_item' : 'paragraph';
  const content = isItem ? line.slice(2) : line;
  const pieces = Array.from({ length: Math.ceil(content.length / LONGEST_PIECE) }, (_, at) =>
    content.slice(at * LONGEST_PIECE, (at + 1) * LONGEST_PIECE),
  );
  return {
    object: 'block',
    type,
    [type]: { rich_text: pieces.map((piece) => ({ type: 'text', text: { content: piece } })) },
  };
}
