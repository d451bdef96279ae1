import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  role: text('role', { enum: ['owner', 'delegate', 'viewer'] }).notNull(),
  createdAt: text('created_at').notNull(),
});
