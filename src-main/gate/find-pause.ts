import type { Pause } from '#contract/model/pause.ts';
import type { Orm } from '#db/open-database.ts';
import { listPausesOf } from '#db/repositories/pauses.ts';
import { holds, type PauseTarget, scopesOver } from '#main/gate/pause-target.ts';

/** The pause that holds it back, if any: the widest first. */
export function findPauseOver(orm: Orm, target: PauseTarget): Pause | undefined {
  const scopes = scopesOver(target);
  return listPausesOf(orm, scopes)
    .filter((pause) => holds(pause, target))
    .sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope))[0];
}

/** The pause that holds a run as a whole, whatever its steps are about. */
export const findPauseOverRun = (orm: Orm, run: { id: string; automationId: string | null }): Pause | undefined =>
  findPauseOver(orm, { runId: run.id, automationId: run.automationId, action: null, domain: null });
