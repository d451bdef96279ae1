import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ConsentScope } from '#contract/model/standing-consent.ts';
import { automations } from '#db/schema/automations.ts';

/** What the person said yes to once for all runs of an automation. */
export const standingConsents = sqliteTable(
  'standing_consents',
  {
    id: text('id').primaryKey(),
    automationId: text('automation_id')
      .notNull()
      .references(() => automations.id),
    says: text('says').notNull(),
    scope: text('scope_json', { mode: 'json' }).$type<ConsentScope>().notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
  },
  (table) => [index('standing_consents_by_automation').on(table.automationId)],
);
