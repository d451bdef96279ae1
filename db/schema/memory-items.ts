import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { NewMemoryItem } from '#contract/model/memory-item.ts';

export const memoryItems = sqliteTable('memory_items', {
  id: text('id').primaryKey(),
  item: text('item_json', { mode: 'json' }).$type<NewMemoryItem>().notNull(),
  source: text('source').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
});
