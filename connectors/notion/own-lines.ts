import { type Block, linesOf, listBlocks } from '#connectors/notion/blocks.ts';
import { claim, isNobodys, isOf } from '#connectors/notion/claims.ts';
import type { NotionSession } from '#connectors/notion/notion-session.ts';

/** A page, and the pieces that it had at the look, none of which can be one that was added since. */
type Standing = { readonly id: string; readonly had: readonly string[] };

export const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text ?? '');
export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

/** The pieces that came since the look and that were written from here, in order. */
async function findSince(session: NotionSession, { id, had }: Standing): Promise<readonly Block[]> {
  const before = new Set(had);
  return (await listBlocks(session, id)).filter((block) => block.by === session.bot && !before.has(block.id));
}

export type Ours = { readonly kind: 'clear' | 'unclear'; readonly blocks: readonly Block[] };

/**
 * What was written under this key. After a restart, which forgets whose is whose, it is what has these very words;
 * `unclear`: some of the lines stand there and others do not, so that somebody may have changed them.
 */
export async function findOurs(session: NotionSession, before: Standing, key: string, text: string): Promise<Ours> {
  const since = await findSince(session, before);
  const known = since.filter(({ id }) => isOf(key, id));
  if (known.length > 0) return { kind: 'clear', blocks: known };
  const lines = linesOf(text);
  const nobodys = since.filter(({ id }) => isNobodys(id));
  const blocks = stretchOf(nobodys, lines);
  if (blocks.length > 0) {
    claim(
      key,
      blocks.map(({ id }) => id),
    );
    return { kind: 'clear', blocks };
  }
  const some = nobodys.filter((block) => lines.includes(block.text ?? ''));
  return { kind: some.length > 0 ? 'unclear' : 'clear', blocks: some };
}

/** The same words once more, which nobody is known to have written: the request arrived twice on the way. */
export const findTwin = async (session: NotionSession, before: Standing, text: string): Promise<readonly Block[]> =>
  stretchOf(
    (await findSince(session, before)).filter(({ id }) => isNobodys(id)),
    linesOf(text),
  );

/** The first stretch of pieces that says these lines one after the other; empty where there is none. */
function stretchOf(blocks: readonly Block[], lines: readonly string[]): readonly Block[] {
  const at = blocks.findIndex((_block, from) => isSame(textsOf(blocks.slice(from, from + lines.length)), lines));
  return at < 0 ? [] : blocks.slice(at, at + lines.length);
}

/** Whether the lines are among the wanted ones, in their order: the rest was taken out already. */
export function isPartOf(lines: readonly string[], wanted: readonly string[]): boolean {
  let next = 0;
  for (const line of wanted) if (lines[next] === line) next += 1;
  return next === lines.length;
}
