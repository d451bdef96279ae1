import { asc, desc, eq } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { queueItems } from '#db/schema/queue-items.ts';

export type QueueItemRow = typeof queueItems.$inferSelect;

export function insertQueueItem(tx: Tx, item: QueueItemRow): void {
  tx.orm.insert(queueItems).values(item).onConflictDoNothing().run();
}

export function removeQueueItem(tx: Tx, runId: string): void {
  tx.orm.delete(queueItems).where(eq(queueItems.runId, runId)).run();
}

/** The order in which runs are taken up: higher priority first, then the oldest. */
export function listQueueItems(orm: Orm): QueueItemRow[] {
  return orm.select().from(queueItems).orderBy(desc(queueItems.priority), asc(queueItems.enqueuedAt)).all();
}
