import { and, desc, eq, gt, isNotNull, isNull, lt, max, type SQL } from 'drizzle-orm';
import type { Suspicion, SuspicionKind } from '#contract/model/suspicion.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { knownRecipients, suspicionSigns, suspicions } from '#db/schema/suspicions.ts';

export type SuspicionRow = typeof suspicions.$inferSelect;
export type SignRow = typeof suspicionSigns.$inferSelect;

export function insertSuspicion(tx: Tx, suspicion: SuspicionRow): void {
  tx.orm.insert(suspicions).values(suspicion).run();
}

export function findSuspicion(orm: Orm, id: string): Suspicion | undefined {
  return orm.select().from(suspicions).where(eq(suspicions.id, id)).get();
}

export function confirmSuspicion(tx: Tx, id: string, confirmedAt: string): void {
  tx.orm.update(suspicions).set({ confirmedAt }).where(eq(suspicions.id, id)).run();
}

/** What the person has not confirmed yet, the latest first. */
export function listOpenSuspicions(orm: Orm): Suspicion[] {
  return orm.select().from(suspicions).where(isNull(suspicions.confirmedAt)).orderBy(desc(suspicions.raisedAt)).all();
}

/** When the person last said of this kind that it was them; what was counted before is settled. */
export function lastConfirmedAt(orm: Orm, kind: SuspicionKind): string | null {
  const row = orm
    .select({ at: max(suspicions.confirmedAt) })
    .from(suspicions)
    .where(and(eq(suspicions.kind, kind), isNotNull(suspicions.confirmedAt)))
    .get();
  return row?.at ?? null;
}

export function insertSign(tx: Tx, sign: Omit<SignRow, 'id'>): void {
  tx.orm.insert(suspicionSigns).values(sign).run();
}

export function removeSignsBefore(tx: Tx, at: string): void {
  tx.orm.delete(suspicionSigns).where(lt(suspicionSigns.at, at)).run();
}

/** The latest first, at most `limit`. */
export function listSigns(
  orm: Orm,
  query: { kind: SuspicionKind; after: string; connector?: string; limit: number },
): SignRow[] {
  const conditions: SQL[] = [eq(suspicionSigns.kind, query.kind), gt(suspicionSigns.at, query.after)];
  if (query.connector !== undefined) conditions.push(eq(suspicionSigns.connector, query.connector));
  return orm
    .select()
    .from(suspicionSigns)
    .where(and(...conditions))
    .orderBy(desc(suspicionSigns.at), desc(suspicionSigns.id))
    .limit(query.limit)
    .all();
}

/** Whether this address was ever sent something. */
export function isKnownRecipient(orm: Orm, address: string): boolean {
  return orm.select().from(knownRecipients).where(eq(knownRecipients.address, address)).get() !== undefined;
}

export function meetRecipient(tx: Tx, address: string, firstAt: string): void {
  tx.orm.insert(knownRecipients).values({ address, firstAt }).onConflictDoNothing().run();
}
