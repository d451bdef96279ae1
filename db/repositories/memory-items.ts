import { and, asc, count, desc, eq, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import type { MemoryItem, MemoryStatus, NewMemoryItem } from '#contract/model/memory-item.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { putOnce, rowsOf } from '#db/rows-of.ts';
import { memoryErasures } from '#db/schema/memory-erasures.ts';
import { memoryItems } from '#db/schema/memory-items.ts';
import { memoryUses } from '#db/schema/memory-uses.ts';
import { modelCalls } from '#db/schema/model-calls.ts';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

export type MemoryRow = typeof memoryItems.$inferSelect;

export function toMemoryItem(row: MemoryRow): MemoryItem {
  const { item, id, source, createdAt, updatedAt, status, corrects, supersededAt, keptUntil } = row;
  const learnt = { by: row.learntBy, at: createdAt, quote: row.quote, runId: row.runId, from: row.from };
  return { ...item, id, source, createdAt, updatedAt, status, learnt, corrects, supersededAt, keptUntil };
}

export function insertMemoryItem(tx: Tx, row: MemoryRow): void {
  tx.orm.insert(memoryItems).values(row).run();
}

export function updateMemoryItem(tx: Tx, id: string, change: Partial<MemoryRow>): void {
  tx.orm.update(memoryItems).set(change).where(eq(memoryItems.id, id)).run();
}

/**
 * Deletes an item, and with it the texts of calls to models that it was a part of. It is noted by its id, so that it is
 * taken out of the backups as well.
 */
export function eraseMemoryItem(tx: Tx, id: string, at: string): void {
  const row = findMemoryRow(tx.orm, id);
  if (!row) return;
  tx.orm.delete(memoryItems).where(eq(memoryItems.id, id)).run();
  tx.orm.delete(memoryUses).where(eq(memoryUses.memoryId, id)).run();
  forgetInModelCalls(tx, row.item);
  noteErasure(tx, id, at);
}

/** To be taken out of the backups with the next one. */
export function noteErasure(tx: Tx, memoryId: string, at: string): void {
  tx.orm.insert(memoryErasures).values({ memoryId, at }).onConflictDoNothing().run();
}

/** As it stands inside of JSON, so that quotation marks in it are found, too. */
function forgetInModelCalls(tx: Tx, item: NewMemoryItem): void {
  const words = item.kind === 'person' ? item.email : item.text;
  const inside = JSON.stringify(words).slice(1, -1);
  const isIn = (column: SQL): SQL =>
    sql`instr(${column}, ${inside}) > 0 OR instr(${column}, ${JSON.stringify(inside).slice(1, -1)}) > 0`;
  tx.orm
    .update(modelCalls)
    .set({ sent: null, answer: null })
    .where(and(isNotNull(modelCalls.sent), sql`(${isIn(sql`sent_json`)} OR ${isIn(sql`coalesce(answer, '')`)})`))
    .run();
}

export function findMemoryRow(orm: Orm, id: string): MemoryRow | undefined {
  return orm.select().from(memoryItems).where(eq(memoryItems.id, id)).get();
}

export function findMemoryItem(orm: Orm, id: string): MemoryItem | undefined {
  const row = findMemoryRow(orm, id);
  return row && toMemoryItem(row);
}

const rows = rowsOf(memoryItems);
const listEach = rows.lister([], 'ORDER BY created_at, id');
const listOf = rows.lister(['status'], 'ORDER BY created_at, id');

/** All of it, oldest first; of one status where that is said. */
export const listMemoryRows = (orm: Orm, status?: MemoryStatus): MemoryRow[] =>
  status === undefined ? listEach(orm) : listOf(orm, status);

export const listMemoryItems = (orm: Orm, status?: MemoryStatus): MemoryItem[] =>
  listMemoryRows(orm, status).map(toMemoryItem);

const knownFacts = putOnce((orm) => {
  const isFact = sql`json_extract(item_json, '$.kind') <> 'person'`;
  return orm
    .select({ n: count() })
    .from(memoryItems)
    .where(and(eq(memoryItems.status, 'known'), isFact))
    .prepare();
});

export const countKnownFacts = (orm: Orm): number => knownFacts(orm).get()?.n ?? 0;

export function listKnownPeople(orm: Orm): MemoryItem[] {
  const isPerson = sql`json_extract(item_json, '$.kind') = 'person'`;
  return orm
    .select()
    .from(memoryItems)
    .where(and(eq(memoryItems.status, 'known'), isPerson))
    .orderBy(asc(memoryItems.createdAt), asc(memoryItems.id))
    .all()
    .map(toMemoryItem);
}

export function listMemoryItemsById(orm: Orm, ids: readonly string[]): MemoryItem[] {
  return orm
    .select()
    .from(memoryItems)
    .where(and(inArray(memoryItems.id, [...ids]), eq(memoryItems.status, 'known')))
    .all()
    .map(toMemoryItem);
}

/** Ids of what has outlived its time. */
export function listOutlived(orm: Orm, now: string): string[] {
  return orm
    .select({ id: memoryItems.id })
    .from(memoryItems)
    .where(and(isNotNull(memoryItems.keptUntil), lte(memoryItems.keptUntil, now)))
    .all()
    .map(({ id }) => id);
}

export function insertMemoryUse(tx: Tx, use: { memoryId: string; runId: string; at: string }): void {
  tx.orm.insert(memoryUses).values(use).onConflictDoNothing().run();
}

/** How many requests used each item. */
export function countMemoryUses(orm: Orm): Record<string, number> {
  const rows = orm
    .select({ id: memoryUses.memoryId, uses: count() })
    .from(memoryUses)
    .groupBy(memoryUses.memoryId)
    .all();
  return Object.fromEntries(rows.map(({ id, uses }) => [id, uses]));
}

/** The requests that used it, the latest first. */
export function listMemoryUses(orm: Orm, memoryId: string) {
  return orm
    .select({ runId: memoryUses.runId, at: memoryUses.at, intent: workflowRuns.intent, state: workflowRuns.state })
    .from(memoryUses)
    .innerJoin(workflowRuns, eq(workflowRuns.id, memoryUses.runId))
    .where(eq(memoryUses.memoryId, memoryId))
    .orderBy(desc(memoryUses.at))
    .all();
}

export function listErasures(orm: Orm): string[] {
  return orm
    .select()
    .from(memoryErasures)
    .all()
    .map(({ memoryId }) => memoryId);
}

export function removeErasures(tx: Tx, ids: readonly string[]): void {
  tx.orm
    .delete(memoryErasures)
    .where(inArray(memoryErasures.memoryId, [...ids]))
    .run();
}
