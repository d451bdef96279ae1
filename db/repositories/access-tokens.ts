import { desc, eq } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { accessTokens } from '#db/schema/access-tokens.ts';

export type AccessTokenRow = typeof accessTokens.$inferSelect;

const rows = rowsOf(accessTokens);

export function insertAccessToken(tx: Tx, token: AccessTokenRow): void {
  rows.insert(tx.orm, token);
}

export function updateAccessToken(tx: Tx, id: string, change: Partial<AccessTokenRow>): void {
  tx.orm.update(accessTokens).set(change).where(eq(accessTokens.id, id)).run();
}

export const findAccessToken: (orm: Orm, id: string) => AccessTokenRow | undefined = rows.finder(['id']);

export const findAccessTokenByHash: (orm: Orm, hash: string) => AccessTokenRow | undefined = rows.finder(['hash']);

/** Newest first, also those that open nothing any more. */
export function listAccessTokens(orm: Orm): AccessTokenRow[] {
  return orm.select().from(accessTokens).orderBy(desc(accessTokens.createdAt), desc(accessTokens.id)).all();
}
