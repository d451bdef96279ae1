import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CatchUp } from '#contract/model/automation.ts';
import type { Trigger } from '#contract/model/trigger.ts';

/** A sentence that is carried out by itself. A removed one stays, because what it did is in the log. */
export const automations = sqliteTable(
  'automations',
  {
    id: text('id').primaryKey(),
    sentence: text('sentence').notNull(),
    trigger: text('trigger_json', { mode: 'json' }).$type<Trigger>().notNull(),
    timeZone: text('time_zone').notNull(),
    catchUp: text('catch_up').$type<CatchUp>().notNull(),
    paused: integer('paused', { mode: 'boolean' }).notNull(),
    /** Every time of it is only tried out, without effects. */
    shadow: integer('shadow', { mode: 'boolean' }).notNull().default(false),
    nextAt: text('next_at'),
    missedAt: text('missed_at'),
    /** The shape of the plan that the person saw; another one is asked as a whole. */
    shape: text('shape').notNull(),
    requestId: text('request_id').unique(),
    createdAt: text('created_at').notNull(),
    removedAt: text('removed_at'),
  },
  (table) => [index('automations_by_next').on(table.nextAt)],
);
