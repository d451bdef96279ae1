import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Happening } from '#contract/model/happening.ts';

/** The inbox of what connectors report: each item once, however often it is reported. */
export const happenings = sqliteTable(
  'happenings',
  {
    connector: text('connector').notNull(),
    kind: text('kind').notNull(),
    itemId: text('item_id').notNull(),
    fields: text('fields_json', { mode: 'json' }).$type<Happening['fields']>().notNull(),
    at: text('at').notNull(),
    reportedAt: text('reported_at').notNull(),
    /** When the automations were gone through for it; null: yet to be done. */
    matchedAt: text('matched_at'),
  },
  (table) => [
    primaryKey({ columns: [table.connector, table.kind, table.itemId] }),
    index('happenings_to_match').on(table.matchedAt, table.reportedAt),
  ],
);
