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

/** The latest entry of a kind. Looks back from the end, so it is for kinds that are known to be near it. */
export function findLastOfKind(orm: Orm, kind: EventRow['kind']): EventRow | undefined {
  return orm.select().from(events).where(eq(events.kind, kind)).orderBy(desc(events.seq)).limit(1).get();
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

/**
 * The place of the last entry that is not later than this; 0 when all are. Entries have places without gaps and come in
 * the order of time, but for a clock that was set back.
 */
export function findLastUpTo(orm: Orm, at: string): number {
  let [low, high] = [0, findLastEvent(orm)?.seq ?? 0];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const row = orm.select({ at: events.at }).from(events).where(eq(events.seq, middle)).get();
    if (row !== undefined && row.at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Oldest first. */
export function listEventsOfRun(orm: Orm, runId: string): EventRow[] {
  return orm.select().from(events).where(eq(events.runId, runId)).orderBy(asc(events.seq)).all();
}
