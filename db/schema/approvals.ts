import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ApprovalStatus } from '#contract/model/approval.ts';
import type { Card } from '#contract/model/card.ts';
import type { KeptChoice } from '#contract/model/conflict.ts';
import type { Because } from '#contract/model/decision.ts';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

export const approvals = sqliteTable(
  'approvals',
  {
    id: text('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => workflowRuns.id),
    stepId: text('step_id').notNull(),
    digest: text('digest').notNull(),
    card: text('card_json', { mode: 'json' }).$type<Card>().notNull(),
    reason: text('reason', { mode: 'json' }).$type<Because[]>().notNull(),
    status: text('status').$type<ApprovalStatus>().notNull(),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
    notes: text('notes'),
    choice: text('choice').$type<KeptChoice>(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [
    index('approvals_by_status').on(table.status, table.createdAt),
    index('approvals_by_run').on(table.runId, table.stepId),
  ],
);
