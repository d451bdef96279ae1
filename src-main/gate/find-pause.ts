import type { Pause, PauseScope } from '#contract/model/pause.ts';
import type { Orm } from '#db/open-database.ts';
import { findPause } from '#db/repositories/pauses.ts';

/** The pause that holds an effect of this run and connector back, if any: the widest first. */
export function findPauseOver(orm: Orm, of: { runId: string; connector: string }): Pause | undefined {
  const scopes: PauseScope[] = ['everything', `run:${of.runId}`, `connector:${of.connector}`];
  for (const scope of scopes) {
    const pause = findPause(orm, scope);
    if (pause) return pause;
  }
  return undefined;
}
