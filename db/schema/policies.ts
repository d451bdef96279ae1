import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JsonObject } from '#contract/model/json.ts';

/** What the person set: the autonomy level and the first week. Guardrails ship with the app and have no row. */
export const policies = sqliteTable('policies', {
  id: text('id').primaryKey(),
  value: text('value_json', { mode: 'json' }).$type<JsonObject>().notNull(),
  updatedAt: text('updated_at').notNull(),
});
