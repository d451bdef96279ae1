import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ProvenanceMark } from '#contract/model/provenance.ts';
import type { OutsideItem } from '#contract/model/source.ts';

/**
 * Words that somebody else wrote and that were put into what the person keeps on this computer: a note, a list, an
 * event. When they are read from there, in whatever run, they are still somebody else's.
 */
export const keptWords = sqliteTable(
  'kept_words',
  {
    id: text('id').primaryKey(),
    /** Where they were put. */
    connector: text('connector').notNull(),
    words: text('words').notNull(),
    mark: text('mark').$type<ProvenanceMark>().notNull(),
    item: text('item_json', { mode: 'json' }).$type<OutsideItem>().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('kept_words_by_connector').on(table.connector)],
);
