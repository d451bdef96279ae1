import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DeadLetterStatus } from '#contract/model/dead-letter.ts';
import type { Failure } from '#contract/model/failure.ts';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

/** A step that was tried as often as makes sense and waits for the person to try it again or leave it. */
export const deadLetters = sqliteTable(
  'dead_letters',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => workflowRuns.id),
    stepId: text('step_id').notNull(),
    failure: text('failure_json', { mode: 'json' }).$type<Failure>().notNull(),
    tries: integer('tries').notNull(),
    status: text('status').$type<DeadLetterStatus>().notNull(),
    createdAt: text('created_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
  },
  (table) => [
    index('dead_letters_by_status').on(table.status, table.createdAt),
    index('dead_letters_by_step').on(table.runId, table.stepId),
  ],
);
