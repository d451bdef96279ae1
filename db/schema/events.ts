import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Append-only: two triggers in the migrations refuse every update and delete. */
export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    runId: text('run_id'),
    stepId: text('step_id'),
    kind: text('kind').notNull(),
    /** Kept as the exact text that was hashed. */
    body: text('body_json').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('events_by_run').on(table.runId, table.seq)],
);
