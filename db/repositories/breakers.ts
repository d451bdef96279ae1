import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { breakers } from '#db/schema/breakers.ts';

export type BreakerRow = typeof breakers.$inferSelect;

const rows = rowsOf(breakers);
const remove = rows.remover(['connector']);

export const findBreaker: (orm: Orm, connector: string) => BreakerRow | undefined = rows.finder(['connector']);

export function saveBreaker(tx: Tx, breaker: BreakerRow): void {
  tx.orm.insert(breakers).values(breaker).onConflictDoUpdate({ target: breakers.connector, set: breaker }).run();
}

export function removeBreaker(tx: Tx, connector: string): void {
  remove(tx.orm, connector);
}

export const listBreakers = (orm: Orm): BreakerRow[] => orm.select().from(breakers).all();
