import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PauseScope } from '#contract/model/pause.ts';

/** A row is a pause that is on. The claim of every effect reads this table in its own transaction. */
export const pauses = sqliteTable('pauses', {
  scope: text('scope').$type<PauseScope>().primaryKey(),
  since: text('since').notNull(),
  by: text('by').notNull(),
  because: text('because'),
  /** Set where the app paused by itself. */
  suspicionId: text('suspicion_id'),
  /** Runs that were let go on although this pause stays. */
  except: text('except_json', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
});

/** One row: how often a pause was set or lifted. What was decided under an earlier count is decided again. */
export const pauseEpoch = sqliteTable('pause_epoch', {
  id: integer('id').primaryKey(),
  epoch: integer('epoch').notNull(),
});
