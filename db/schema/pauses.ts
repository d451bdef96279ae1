import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PauseScope } from '#contract/model/pause.ts';

/** A row is a pause that is on. The claim of every effect reads this table in its own transaction. */
export const pauses = sqliteTable('pauses', {
  scope: text('scope').$type<PauseScope>().primaryKey(),
  since: text('since').notNull(),
  by: text('by').notNull(),
});
