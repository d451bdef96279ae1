import { asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Schedule } from '#contract/model/schedule.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { schedules } from '#db/schema/schedules.ts';

/** Arming the same id twice keeps the first. */
export function insertSchedule(tx: Tx, schedule: Schedule): void {
  tx.orm.insert(schedules).values(schedule).onConflictDoNothing().run();
}

/** Keeps exactly this under its id, over whatever stands there. */
export function putSchedule(tx: Tx, schedule: Schedule): void {
  tx.orm.insert(schedules).values(schedule).onConflictDoUpdate({ target: schedules.id, set: schedule }).run();
}

export function findSchedule(orm: Orm, id: string): Schedule | undefined {
  return orm.select().from(schedules).where(eq(schedules.id, id)).get();
}

export function updateSchedule(tx: Tx, id: string, change: Pick<Schedule, 'nextAt' | 'lastFiredAt'>): void {
  tx.orm.update(schedules).set(change).where(eq(schedules.id, id)).run();
}

export function removeSchedule(tx: Tx, id: string): void {
  tx.orm.delete(schedules).where(eq(schedules.id, id)).run();
}

/** Soonest first, those that have ended last; at the same moment by id, so that the order is always the same. */
export function listSchedules(orm: Orm): Schedule[] {
  return orm
    .select()
    .from(schedules)
    .orderBy(sql`${schedules.nextAt} IS NULL`, asc(schedules.nextAt), asc(schedules.id))
    .all();
}

export function listDueSchedules(orm: Orm, instant: string): Schedule[] {
  return orm.select().from(schedules).where(lte(schedules.nextAt, instant)).orderBy(asc(schedules.nextAt)).all();
}

export function findNextDue(orm: Orm): string | null {
  const row = orm
    .select({ nextAt: schedules.nextAt })
    .from(schedules)
    .where(isNotNull(schedules.nextAt))
    .orderBy(asc(schedules.nextAt))
    .limit(1)
    .get();
  return row?.nextAt ?? null;
}
