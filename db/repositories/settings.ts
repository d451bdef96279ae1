import type { JsonObject } from '#contract/model/json.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { integrations } from '#db/schema/integrations.ts';
import { policies } from '#db/schema/policies.ts';

export function savePolicy(tx: Tx, id: string, value: JsonObject, updatedAt: string): void {
  tx.orm
    .insert(policies)
    .values({ id, value, updatedAt })
    .onConflictDoUpdate({ target: policies.id, set: { value, updatedAt } })
    .run();
}

const findSetting = rowsOf(policies).finder(['id']);

export const findPolicy = (orm: Orm, id: string): JsonObject | undefined => findSetting(orm, id)?.value;

export function saveIntegration(tx: Tx, provider: string, connected: boolean, updatedAt: string): void {
  tx.orm
    .insert(integrations)
    .values({ provider, connected, updatedAt })
    .onConflictDoUpdate({ target: integrations.provider, set: { connected, updatedAt } })
    .run();
}

/** Undefined when the person never switched it. */
export const findIntegration = (orm: Orm, provider: string): boolean | undefined =>
  findSwitch(orm, provider)?.connected;

const findSwitch = rowsOf(integrations).finder(['provider']);
