import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Only what the person switched; a connector without a row is as it ships. */
export const integrations = sqliteTable('integrations', {
  provider: text('provider').primaryKey(),
  connected: integer('connected', { mode: 'boolean' }).notNull(),
  /** The suspicion because of which the person must sign in again. */
  signInFor: text('sign_in_for'),
  updatedAt: text('updated_at').notNull(),
});
