import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '#contract/model/role.ts';

/** Keys to the web door, besides the owner's own in the file `api-token`. */
export const accessTokens = sqliteTable('access_tokens', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role').$type<Role>().notNull(),
  /** SHA-256 of the key, in hexadecimal. The key itself is nowhere. */
  hash: text('hash').notNull().unique(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  lastUsedAt: text('last_used_at'),
  revokedAt: text('revoked_at'),
});
