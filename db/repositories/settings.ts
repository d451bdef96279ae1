import { eq } from 'drizzle-orm';
import type { JsonObject } from '#contract/model/json.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { integrations } from '#db/schema/integrations.ts';
import { policies } from '#db/schema/policies.ts';

export function savePolicy(tx: Tx, id: string, value: JsonObject, updatedAt: string): void {
  tx.orm
    .insert(policies)
    .values({ id, value, updatedAt })
    .onConflictDoUpdate({ target: policies.id, set: { value, updatedAt } })
    .run();
}

export function findPolicy(orm: Orm, id: string): JsonObject | undefined {
  return orm.select().from(policies).where(eq(policies.id, id)).get()?.value;
}

export function saveIntegration(tx: Tx, provider: string, connected: boolean, updatedAt: string): void {
  tx.orm
    .insert(integrations)
    .values({ provider, connected, updatedAt })
    .onConflictDoUpdate({ target: integrations.provider, set: { connected, updatedAt } })
    .run();
}

/** Undefined when the person never switched it. */
export function findIntegration(orm: Orm, provider: string): boolean | undefined {
  return orm.select().from(integrations).where(eq(integrations.provider, provider)).get()?.connected;
}
