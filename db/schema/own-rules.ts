import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Blanks, RuleTemplateId } from '#contract/model/own-rule.ts';
import { automations } from '#db/schema/automations.ts';

/** Rules of the person's own. A row never changes but by its end: another rule is another row. */
export const ownRules = sqliteTable('own_rules', {
  id: text('id').primaryKey(),
  /** Null for one that was written out. */
  template: text('template').$type<RuleTemplateId>(),
  blanks: text('blanks_json', { mode: 'json' }).$type<Blanks>().notNull(),
  says: text('says').notNull(),
  does: text('does').$type<'allows' | 'restricts'>().notNull(),
  /** As it was checked when it was made. */
  cedar: text('cedar').notNull(),
  automationId: text('automation_id').references(() => automations.id),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at'),
  endedAt: text('ended_at'),
});
