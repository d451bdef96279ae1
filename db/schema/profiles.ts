import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { users } from '#db/schema/users.ts';

export const profiles = sqliteTable('profiles', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  timeZone: text('time_zone').notNull(),
  locale: text('locale').notNull(),
});
