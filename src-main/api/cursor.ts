import { ORPCError } from '@orpc/server';
import { t } from '#contract/language/t.ts';

type Place = { createdAt: string; id: string };

/** Where a page ended, as an opaque string; null when there is nothing behind it. */
export function nextCursor(page: readonly Place[], limit: number): string | null {
  const last = page.at(-1);
  if (!last || page.length < limit) return null;
  return Buffer.from(`${last.createdAt} ${last.id}`).toString('base64url');
}

export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [createdAt, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (createdAt && id) return { createdAt, id };
  const problems = [{ path: 'cursor', message: t`This is not a cursor of an earlier answer.` }];
  throw new ORPCError('BAD_REQUEST', { defined: true, message: 'That page does not exist.', data: { problems } });
}
