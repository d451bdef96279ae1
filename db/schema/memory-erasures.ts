import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What was deleted and may still stand in a backup: by id alone, until no backup has it any more. */
export const memoryErasures = sqliteTable(
  'memory_erasures',
  { memoryId: text('memory_id').primaryKey(), at: text('at').notNull() },
  (table) => [index('memory_erasures_by_time').on(table.at)],
);
