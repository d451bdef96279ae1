import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Json } from '#contract/model/json.ts';
import { users } from '#db/schema/users.ts';

export const preferences = sqliteTable(
  'preferences',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    key: text('key').notNull(),
    value: text('value_json', { mode: 'json' }).$type<Json>().notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] })],
);
