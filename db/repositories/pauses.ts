import { eq, sql } from 'drizzle-orm';
import type { Pause, PauseScope } from '#contract/model/pause.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { pauseEpoch, pauses } from '#db/schema/pauses.ts';

const ONLY_ROW = 1;
const rows = rowsOf(pauses);

/** One pause a scope: saving it again replaces it. */
export function savePause(tx: Tx, pause: Pause): void {
  const { scope: _scope, ...change } = pause;
  tx.orm.insert(pauses).values(pause).onConflictDoUpdate({ target: pauses.scope, set: change }).run();
}

export function removePause(tx: Tx, scope: PauseScope): void {
  tx.orm.delete(pauses).where(eq(pauses.scope, scope)).run();
}

export const findPause: (orm: Orm, scope: PauseScope) => Pause | undefined = rows.finder(['scope']);

/** Every pause that is on, the oldest first. There are few; the claim of every effect reads them. */
export const listPauses = (orm: Orm): Pause[] =>
  listAll(orm).sort((a, b) => compare(a.since, b.since) || compare(a.scope, b.scope));

const listAll = rows.lister([]);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** How often a pause was set or lifted so far. */
export const readPauseEpoch = (orm: Orm): number => pickEpoch(orm) ?? 0;

const pickEpoch = rowsOf(pauseEpoch).picker('epoch', []);

/** Begins the next epoch and answers with it. */
export function raisePauseEpoch(tx: Tx): number {
  return tx.orm
    .insert(pauseEpoch)
    .values({ id: ONLY_ROW, epoch: 1 })
    .onConflictDoUpdate({ target: pauseEpoch.id, set: { epoch: sql`${pauseEpoch.epoch} + 1` } })
    .returning({ epoch: pauseEpoch.epoch })
    .get().epoch;
}
