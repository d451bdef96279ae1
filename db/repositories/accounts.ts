import { eq } from 'drizzle-orm';
import type { AccountHealth, AccountValues } from '#contract/model/account.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { integrations } from '#db/schema/integrations.ts';

const findRow = rowsOf(integrations).finder(['provider']);

/** Everything but the secrets of the account that is connected; null when none is. */
export const findSettings = (orm: Orm, provider: string): AccountValues | null =>
  findRow(orm, provider)?.settings ?? null;

export function findHealth(orm: Orm, provider: string): AccountHealth {
  const row = findRow(orm, provider);
  return { lastSyncAt: row?.lastSyncAt ?? null, lastFailure: row?.lastFailure ?? null };
}

/** Keeps which account is connected, from now on with a clean slate; null forgets it. */
export function saveSettings(tx: Tx, provider: string, settings: AccountValues | null): void {
  update(tx, provider, { settings, lastSyncAt: null, lastFailure: null });
}

/** Notes how an account did; nothing for what is not connected. */
export function saveHealth(tx: Tx, provider: string, now: string, failure: Failure | null): void {
  update(
    tx,
    provider,
    failure === null ? { lastSyncAt: now, lastFailure: null } : { lastFailure: { at: now, failure } },
  );
}

function update(tx: Tx, provider: string, change: Partial<typeof integrations.$inferInsert>): void {
  tx.orm.update(integrations).set(change).where(eq(integrations.provider, provider)).run();
}
