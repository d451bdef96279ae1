import { z } from 'zod';
import { listBlocks } from '#connectors/notion/blocks.ts';
import type { NotionSession } from '#connectors/notion/notion-session.ts';
import { ServiceFailure } from '#connectors/sdk/service-failure.ts';

/**
 * Puts a piece of a page, or a page inside it, into Notion's trash. A no may answer our own request that arrived twice,
 * so it counts only while the piece still stands there.
 */
export async function takeOut(
  session: NotionSession,
  { from, id, isPage = false }: { readonly from: string; readonly id: string; readonly isPage?: boolean },
): Promise<void> {
  const anything = z.looseObject({});
  try {
    if (isPage) await session.change('PATCH', `pages/${id}`, anything, { archived: true });
    else await session.change('DELETE', `blocks/${id}`, anything);
  } catch (error) {
    const isTold = error instanceof ServiceFailure && ['unreadable', 'not-found'].includes(error.failure.kind);
    if (!isTold || (await listBlocks(session, from)).some((block) => block.id === id)) throw error;
  }
}
