import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

/** A run that has something to do. The row goes when the run stands still; a crash leaves it here. */
export const queueItems = sqliteTable(
  'queue_items',
  {
    runId: text('run_id')
      .primaryKey()
      .references(() => workflowRuns.id),
    /** Higher goes first. */
    priority: integer('priority').notNull(),
    enqueuedAt: text('enqueued_at').notNull(),
  },
  (table) => [index('queue_items_in_order').on(table.priority, table.enqueuedAt)],
);
