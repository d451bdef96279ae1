import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountHealth, AccountValues } from '#contract/model/account.ts';

/** Only what the person switched or connected; a connector without a row is as it ships. */
export const integrations = sqliteTable('integrations', {
  provider: text('provider').primaryKey(),
  connected: integer('connected', { mode: 'boolean' }).notNull(),
  /** The suspicion because of which the person must sign in again. */
  signInFor: text('sign_in_for'),
  /** Of an account, everything but its secrets, which are in the keychain; null when none is connected. */
  settings: text('settings_json', { mode: 'json' }).$type<AccountValues>(),
  /** When the account last answered, and what went wrong since. */
  lastSyncAt: text('last_sync_at'),
  lastFailure: text('last_failure_json', { mode: 'json' }).$type<AccountHealth['lastFailure']>(),
  updatedAt: text('updated_at').notNull(),
});
