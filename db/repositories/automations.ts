import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { automations } from '#db/schema/automations.ts';

export type AutomationRow = typeof automations.$inferSelect;

export function insertAutomation(tx: Tx, automation: AutomationRow): void {
  tx.orm.insert(automations).values(automation).run();
}

export function updateAutomation(tx: Tx, id: string, change: Partial<AutomationRow>): void {
  tx.orm.update(automations).set(change).where(eq(automations.id, id)).run();
}

/** Also one that was removed. */
export function findAutomation(orm: Orm, id: string): AutomationRow | undefined {
  return orm.select().from(automations).where(eq(automations.id, id)).get();
}

export function findAutomationByRequest(orm: Orm, requestId: string): AutomationRow | undefined {
  return orm.select().from(automations).where(eq(automations.requestId, requestId)).get();
}

/** Those that were not removed, soonest first, those without a next time last. */
export function listAutomations(orm: Orm): AutomationRow[] {
  return orm
    .select()
    .from(automations)
    .where(isNull(automations.removedAt))
    .orderBy(
      sql`${automations.nextAt} IS NULL`,
      asc(automations.nextAt),
      asc(automations.createdAt),
      asc(automations.id),
    )
    .all();
}

export function listDueAutomations(orm: Orm, instant: string): AutomationRow[] {
  return orm
    .select()
    .from(automations)
    .where(lte(automations.nextAt, instant))
    .orderBy(asc(automations.nextAt), asc(automations.id))
    .all();
}

/** Those that wait for happenings and are neither paused nor removed, oldest first. */
export function listWaitingForHappenings(orm: Orm): AutomationRow[] {
  return orm
    .select()
    .from(automations)
    .where(
      and(
        isNull(automations.removedAt),
        eq(automations.paused, false),
        sql`json_extract(${automations.trigger}, '$.kind') = 'event'`,
      ),
    )
    .orderBy(asc(automations.createdAt), asc(automations.id))
    .all();
}
