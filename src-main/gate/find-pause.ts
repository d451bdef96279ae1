import type { Pause } from '#contract/model/pause.ts';
import type { Orm } from '#db/open-database.ts';
import { listPauses } from '#db/repositories/pauses.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { holds, type PauseTarget, scopesOver } from '#main/gate/pause-target.ts';

/** The pause that holds it back, if any: the widest first. */
export function findPauseOver(orm: Orm, target: PauseTarget): Pause | undefined {
  const pauses = listPauses(orm);
  if (pauses.length === 0) return undefined;
  const scopes = scopesOver(target);
  return pauses
    .filter((pause) => scopes.includes(pause.scope) && holds(pause, target))
    .sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope))[0];
}

/** The pause that holds back the taking back, or the putting back, of what a call did. */
export function findPauseOverCall(
  orm: Orm,
  call: { runId: string; stepId: string; action: string },
): Pause | undefined {
  const automationId = findRun(orm, call.runId)?.automationId ?? null;
  const domain = findStep(orm, call.runId, call.stepId)?.domain ?? null;
  return findPauseOver(orm, { runId: call.runId, automationId, action: call.action, domain });
}

/** The pause that holds a run as a whole, whatever its steps are about. */
export const findPauseOverRun = (orm: Orm, run: { id: string; automationId: string | null }): Pause | undefined =>
  findPauseOver(orm, { runId: run.id, automationId: run.automationId, action: null, domain: null });
