import { eq } from 'drizzle-orm';
import type { Pause, PauseScope } from '#contract/model/pause.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { pauses } from '#db/schema/pauses.ts';

/** Pausing what is paused keeps the first pause. */
export function insertPause(tx: Tx, pause: Pause): void {
  tx.orm.insert(pauses).values(pause).onConflictDoNothing().run();
}

export function removePause(tx: Tx, scope: PauseScope): void {
  tx.orm.delete(pauses).where(eq(pauses.scope, scope)).run();
}

export const findPause: (orm: Orm, scope: PauseScope) => Pause | undefined = rowsOf(pauses).finder(['scope']);
