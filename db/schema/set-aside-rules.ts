import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Rules that the person set aside for a while, by typing them out. */
export const setAsideRules = sqliteTable('set_aside_rules', {
  id: text('id').primaryKey(),
  /** A rule of their own, or one that ships and is no guardrail. */
  ruleId: text('rule_id').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  endedAt: text('ended_at'),
});
