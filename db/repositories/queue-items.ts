import { asc, desc } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { queueItems } from '#db/schema/queue-items.ts';

export type QueueItemRow = typeof queueItems.$inferSelect;

const rows = rowsOf(queueItems);
const remove = rows.remover(['runId']);

/** Standing in line twice is standing there once. */
export function insertQueueItem(tx: Tx, item: QueueItemRow): void {
  rows.insert(tx.orm, item, 'keep');
}

export function removeQueueItem(tx: Tx, runId: string): void {
  remove(tx.orm, runId);
}

/** The order in which runs are taken up: higher priority first, then the oldest. */
export function listQueueItems(orm: Orm): QueueItemRow[] {
  return orm.select().from(queueItems).orderBy(desc(queueItems.priority), asc(queueItems.enqueuedAt)).all();
}
