import { and, eq, type SQL } from 'drizzle-orm';
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

/** Switching it, on or off, settles that it was to be signed in to again. */
export function saveIntegration(tx: Tx, provider: string, connected: boolean, updatedAt: string): void {
  tx.orm
    .insert(integrations)
    .values({ provider, connected, updatedAt })
    .onConflictDoUpdate({ target: integrations.provider, set: { connected, updatedAt, signInFor: null } })
    .run();
}

/** Marks what is connected, or one of it, as to be signed in to again because of a suspicion. */
export function askToSignIn(tx: Tx, suspicionId: string, provider?: string): void {
  const conditions: SQL[] = [eq(integrations.connected, true)];
  if (provider !== undefined) conditions.push(eq(integrations.provider, provider));
  tx.orm
    .update(integrations)
    .set({ signInFor: suspicionId })
    .where(and(...conditions))
    .run();
}

/** The providers that wait for the person to sign in again because of this suspicion. */
export function listToSignIn(orm: Orm, suspicionId: string): string[] {
  return orm
    .select({ provider: integrations.provider })
    .from(integrations)
    .where(eq(integrations.signInFor, suspicionId))
    .all()
    .map(({ provider }) => provider);
}

export function forgetSignIns(tx: Tx, suspicionId: string): void {
  tx.orm.update(integrations).set({ signInFor: null }).where(eq(integrations.signInFor, suspicionId)).run();
}

/** Whether the person must sign in again before it is used. */
export function isSignInDue(orm: Orm, provider: string): boolean {
  const row = orm.select().from(integrations).where(eq(integrations.provider, provider)).get();
  return row !== undefined && row.signInFor !== null;
}

/** Undefined when the person never switched it. */
export const findIntegration = (orm: Orm, provider: string): boolean | undefined =>
  findSwitch(orm, provider)?.connected;

const findSwitch = rowsOf(integrations).finder(['provider']);
