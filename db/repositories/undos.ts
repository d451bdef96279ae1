import { and, asc, eq, inArray } from 'drizzle-orm';
import type { UndoItemState, UndoRequestState } from '#contract/model/undo.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { undoItems, undos } from '#db/schema/undos.ts';

export type UndoRow = typeof undos.$inferSelect;
export type UndoItemRow = typeof undoItems.$inferSelect;

export function insertUndo(tx: Tx, undo: UndoRow, items: readonly UndoItemRow[]): void {
  tx.orm.insert(undos).values(undo).run();
  for (const item of items) tx.orm.insert(undoItems).values(item).run();
}

export function updateUndo(tx: Tx, id: string, change: Partial<UndoRow>): void {
  tx.orm.update(undos).set(change).where(eq(undos.id, id)).run();
}

export function updateUndoItem(tx: Tx, item: { undoId: string; callId: string }, change: Partial<UndoItemRow>): void {
  const { undoId, callId } = item;
  tx.orm
    .update(undoItems)
    .set(change)
    .where(and(eq(undoItems.undoId, undoId), eq(undoItems.callId, callId)))
    .run();
}

export function findUndo(orm: Orm, id: string): UndoRow | undefined {
  return orm.select().from(undos).where(eq(undos.id, id)).get();
}

/** Oldest first; ids grow, also within one millisecond. */
export function listUndosIn(orm: Orm, state: UndoRequestState): UndoRow[] {
  return orm.select().from(undos).where(eq(undos.state, state)).orderBy(asc(undos.createdAt), asc(undos.id)).all();
}

/** In the order in which they are taken back. */
export function listUndoItems(orm: Orm, undoId: string): UndoItemRow[] {
  return orm.select().from(undoItems).where(eq(undoItems.undoId, undoId)).orderBy(asc(undoItems.position)).all();
}

/** The items about these calls, whichever request they belong to, with how that request stands. */
export function listItemsOfCalls(
  orm: Orm,
  callIds: readonly string[],
  states: readonly UndoItemState[],
): { item: UndoItemRow; undo: UndoRow }[] {
  return orm
    .select({ item: undoItems, undo: undos })
    .from(undoItems)
    .innerJoin(undos, eq(undos.id, undoItems.undoId))
    .where(and(inArray(undoItems.callId, [...callIds]), inArray(undoItems.state, [...states])))
    .orderBy(asc(undos.createdAt), asc(undos.id))
    .all();
}
