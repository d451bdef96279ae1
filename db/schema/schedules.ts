import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const schedules = sqliteTable(
  'schedules',
  {
    id: text('id').primaryKey(),
    message: text('message').notNull(),
    startsAt: text('starts_at').notNull(),
    timeZone: text('time_zone').notNull(),
    rrule: text('rrule'),
    nextAt: text('next_at'),
    lastFiredAt: text('last_fired_at'),
  },
  (table) => [index('schedules_by_next').on(table.nextAt)],
);
