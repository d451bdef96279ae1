import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

/** Which request used what was remembered. */
export const memoryUses = sqliteTable(
  'memory_uses',
  {
    memoryId: text('memory_id').notNull(),
    runId: text('run_id')
      .notNull()
      .references(() => workflowRuns.id),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memoryId, table.runId] })],
);
