import { asc, eq } from 'drizzle-orm';
import type { MemoryItem, NewMemoryItem } from '#contract/model/memory-item.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { memoryItems } from '#db/schema/memory-items.ts';

type Row = typeof memoryItems.$inferSelect;

const toItem = ({ item, ...rest }: Row): MemoryItem => ({ ...item, ...rest });

export function insertMemoryItem(tx: Tx, row: Row): void {
  tx.orm.insert(memoryItems).values(row).run();
}

export function updateMemoryItem(tx: Tx, id: string, item: NewMemoryItem, updatedAt: string): void {
  tx.orm.update(memoryItems).set({ item, updatedAt }).where(eq(memoryItems.id, id)).run();
}

export function removeMemoryItem(tx: Tx, id: string): void {
  tx.orm.delete(memoryItems).where(eq(memoryItems.id, id)).run();
}

export function findMemoryItem(orm: Orm, id: string): MemoryItem | undefined {
  const row = orm.select().from(memoryItems).where(eq(memoryItems.id, id)).get();
  return row && toItem(row);
}

export function listMemoryItems(orm: Orm): MemoryItem[] {
  return orm.select().from(memoryItems).orderBy(asc(memoryItems.createdAt)).all().map(toItem);
}
