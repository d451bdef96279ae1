import type { Json } from '#contract/model/json.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { preferences } from '#db/schema/preferences.ts';

const find = rowsOf(preferences).finder(['userId', 'key']);

export const findPreference = (orm: Orm, userId: string, key: string): Json | undefined =>
  find(orm, userId, key)?.value;

export function savePreference(tx: Tx, userId: string, key: string, value: Json, updatedAt: string): void {
  tx.orm
    .insert(preferences)
    .values({ userId, key, value, updatedAt })
    .onConflictDoUpdate({ target: [preferences.userId, preferences.key], set: { value, updatedAt } })
    .run();
}
