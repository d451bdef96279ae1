import { and, asc, desc, eq, gt, lt, type SQL } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { events } from '#db/schema/events.ts';

export type EventRow = typeof events.$inferSelect;

const rows = rowsOf(events);

export function insertEvent(tx: Tx, event: EventRow): void {
  rows.insert(tx.orm, event);
}

export function findLastEvent(orm: Orm): { seq: number; hash: string } | undefined {
  return orm.select({ seq: events.seq, hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1).get();
}

/** Oldest first, after `seq`. */
export function listEventsAfter(orm: Orm, seq: number, limit: number): EventRow[] {
  return orm.select().from(events).where(gt(events.seq, seq)).orderBy(asc(events.seq)).limit(limit).all();
}

/** Newest first, before `before`. */
export function listEventsBefore(orm: Orm, query: { before?: number; runId?: string; limit: number }): EventRow[] {
  const conditions: SQL[] = [];
  if (query.before !== undefined) conditions.push(lt(events.seq, query.before));
  if (query.runId !== undefined) conditions.push(eq(events.runId, query.runId));
  return orm
    .select()
    .from(events)
    .where(and(...conditions))
    .orderBy(desc(events.seq))
    .limit(query.limit)
    .all();
}

/** Oldest first. */
export function listEventsOfRun(orm: Orm, runId: string): EventRow[] {
  return orm.select().from(events).where(eq(events.runId, runId)).orderBy(asc(events.seq)).all();
}
