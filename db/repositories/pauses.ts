import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Pause, PauseScope } from '#contract/model/pause.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { pauseEpoch, pauses } from '#db/schema/pauses.ts';

const ONLY_ROW = 1;

/** One pause a scope: saving it again replaces it. */
export function savePause(tx: Tx, pause: Pause): void {
  const { scope: _scope, ...change } = pause;
  tx.orm.insert(pauses).values(pause).onConflictDoUpdate({ target: pauses.scope, set: change }).run();
}

export function removePause(tx: Tx, scope: PauseScope): void {
  tx.orm.delete(pauses).where(eq(pauses.scope, scope)).run();
}

export function findPause(orm: Orm, scope: PauseScope): Pause | undefined {
  return orm.select().from(pauses).where(eq(pauses.scope, scope)).get();
}

export function listPausesOf(orm: Orm, scopes: readonly PauseScope[]): Pause[] {
  return orm
    .select()
    .from(pauses)
    .where(inArray(pauses.scope, [...scopes]))
    .all();
}

/** Every pause that is on, the oldest first. */
export function listPauses(orm: Orm): Pause[] {
  return orm.select().from(pauses).orderBy(asc(pauses.since), asc(pauses.scope)).all();
}

/** How often a pause was set or lifted so far. */
export function readPauseEpoch(orm: Orm): number {
  return orm.select({ epoch: pauseEpoch.epoch }).from(pauseEpoch).get()?.epoch ?? 0;
}

/** Begins the next epoch and answers with it. */
export function raisePauseEpoch(tx: Tx): number {
  return tx.orm
    .insert(pauseEpoch)
    .values({ id: ONLY_ROW, epoch: 1 })
    .onConflictDoUpdate({ target: pauseEpoch.id, set: { epoch: sql`${pauseEpoch.epoch} + 1` } })
    .returning({ epoch: pauseEpoch.epoch })
    .get().epoch;
}
