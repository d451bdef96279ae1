import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { JsonObject } from '#contract/model/json.ts';
import type { ToolMap } from '#contract/model/tool-server.ts';

/** The tools of other programs as they were last seen, with what is known of what they do. */
export const tools = sqliteTable(
  'tools',
  {
    provider: text('provider').notNull(),
    name: text('name').notNull(),
    /** What the program itself says of it: nobody vouches for that. */
    definition: text('definition_json', { mode: 'json' }).$type<JsonObject>().notNull(),
    version: text('version').notNull(),
    /** Given to this version; null: nothing is known of it. */
    map: text('map_json', { mode: 'json' }).$type<ToolMap>(),
    mappedBy: text('mapped_by').$type<'person' | 'shipped'>(),
    /** It was described, and is another since. */
    changed: integer('changed', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
    seenAt: text('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.name] })],
);
