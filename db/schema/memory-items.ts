import { sql } from 'drizzle-orm';
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Learnt, MemoryStatus, NewMemoryItem } from '#contract/model/memory-item.ts';
import type { ProvenanceMark } from '#contract/model/provenance.ts';
import type { OutsideItem } from '#contract/model/source.ts';

export const memoryItems = sqliteTable(
  'memory_items',
  {
    id: text('id').primaryKey(),
    item: text('item_json', { mode: 'json' }).$type<NewMemoryItem>().notNull(),
    source: text('source').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    status: text('status').$type<MemoryStatus>().notNull().default('known'),
    learntBy: text('learnt_by').$type<Learnt['by']>().notNull().default('said'),
    /** The very words that it was learnt from. */
    quote: text('quote'),
    runId: text('run_id'),
    /** Of somebody else's words; whatever is made of the item carries it. */
    mark: text('mark').$type<ProvenanceMark>(),
    from: text('from_json', { mode: 'json' }).$type<OutsideItem>(),
    /** The item that this one corrects, or will when the person says yes to it. */
    corrects: text('corrects'),
    supersededAt: text('superseded_at'),
    keptUntil: text('kept_until'),
  },
  (table) => [
    index('memory_items_by_status').on(table.status),
    index('memory_items_by_end').on(table.keptUntil).where(sql`kept_until IS NOT NULL`),
  ],
);
