import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { BreakerState } from '#contract/model/breaker.ts';
import type { Failure } from '#contract/model/failure.ts';

/** A connector whose service failed lately. No row: all is well. */
export const breakers = sqliteTable('breakers', {
  connector: text('connector').primaryKey(),
  state: text('state').$type<BreakerState>().notNull(),
  /** Failures in a row. */
  failures: integer('failures').notNull(),
  failure: text('failure_json', { mode: 'json' }).$type<Failure>().notNull(),
  /** When it opened, and when one step may try whether the service is back; null while it is closed. */
  openedAt: text('opened_at'),
  probeAt: text('probe_at'),
});
