import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { UndoItemState, UndoReason, UndoRequestState, UndoTarget } from '#contract/model/undo.ts';
import { toolCalls } from '#db/schema/tool-calls.ts';

/** A request to take something back, written down with all its items before the first of them begins. */
export const undos = sqliteTable(
  'undos',
  {
    id: text('id').primaryKey(),
    target: text('target_json', { mode: 'json' }).$type<UndoTarget>().notNull(),
    reason: text('reason').$type<UndoReason>().notNull(),
    state: text('state').$type<UndoRequestState>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: text('created_at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [index('undos_by_state').on(table.state)],
);

export const undoItems = sqliteTable(
  'undo_items',
  {
    undoId: text('undo_id')
      .notNull()
      .references(() => undos.id),
    callId: text('call_id')
      .notNull()
      .references(() => toolCalls.id),
    /** The order in which they are taken back. */
    position: integer('position').notNull(),
    /** The calls of the same request that build on this one: it waits until they are taken back. */
    after: text('after_json', { mode: 'json' }).$type<readonly string[]>().notNull(),
    state: text('state').$type<UndoItemState>().notNull(),
    /** The person was asked and wants it taken back over what they changed since. */
    overwrite: integer('overwrite', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.undoId, table.callId] }), index('undo_items_by_call').on(table.callId)],
);
