import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JsonObject } from '#contract/model/json.ts';
import type { Priority } from '#contract/model/task.ts';
import { users } from '#db/schema/users.ts';

export const tasks = sqliteTable('tasks', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => users.id),
  intent: text('intent').notNull(),
  priority: text('priority').$type<Priority>().notNull(),
  constraints: text('constraints_json', { mode: 'json' }).$type<JsonObject>().notNull(),
  timeZone: text('time_zone').notNull(),
  /** The caller's own id, so that a request sent twice is one task. */
  requestId: text('request_id').unique(),
  createdAt: text('created_at').notNull(),
});
