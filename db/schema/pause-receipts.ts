import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PauseScope } from '#contract/model/pause.ts';

/** A run that was to go on, with the step that would have been next. */
export type StoppedRun = { readonly runId: string; readonly stepId: string | null; readonly says: string };

/** What one pause found at its moment. It stays after the pause is lifted. */
export const pauseReceipts = sqliteTable('pause_receipts', {
  /** The epoch that the pause began. */
  epoch: integer('epoch').primaryKey(),
  scope: text('scope').$type<PauseScope>().notNull(),
  at: text('at').notNull(),
  liftedAt: text('lifted_at'),
  stopped: text('stopped_json', { mode: 'json' }).$type<readonly StoppedRun[]>().notNull(),
  /** The tool calls whose request was out. */
  out: text('out_json', { mode: 'json' }).$type<readonly string[]>().notNull(),
});
