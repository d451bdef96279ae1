import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

/** A place that a step holds in what is scarce: an amount under a limit, or a stretch of calendar time. */
export const reservations = sqliteTable(
  'reservations',
  {
    /** The place in line: who came first has the smaller one. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** `money:EUR:day:2026-11-26`, `posts:day:2026-11-26`, `time:calendar` … */
    bucket: text('bucket').notNull(),
    /** Money in the currency's minor unit; null for time. */
    amount: integer('amount'),
    /** Instants, the end exclusive; null for amounts. */
    from: text('from_at'),
    until: text('until_at'),
    allDay: integer('all_day', { mode: 'boolean' }).notNull(),
    title: text('title'),
    /** What would be at that time, where it has a name already. */
    item: text('item'),
    runId: text('run_id')
      .notNull()
      .references(() => workflowRuns.id),
    stepId: text('step_id').notNull(),
    state: text('state').$type<'held' | 'used' | 'released'>().notNull(),
    createdAt: text('created_at').notNull(),
    /** A hold counts no longer after this; null once its effect is under way, until it is known what came of it. */
    expiresAt: text('expires_at'),
    settledAt: text('settled_at'),
  },
  (table) => [
    index('reservations_by_bucket').on(table.bucket, table.state),
    index('reservations_by_time').on(table.bucket, table.until),
    index('reservations_by_step').on(table.runId, table.stepId),
  ],
);
