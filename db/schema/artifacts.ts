import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

export const artifacts = sqliteTable(
  'artifacts',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => workflowRuns.id),
    stepId: text('step_id').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('artifacts_by_run').on(table.runId)],
);
