import type { PauseReceipt, PauseScope } from '#contract/model/pause.ts';
import { findRun } from '#db/repositories/runs.ts';
import { setPause } from '#main/gate/set-pause.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';
import { readPauseReceipt } from '#main/orchestrator/show-pause.ts';

/**
 * From this commit on no effect under the scope is claimed, also after a restart; the claim of each
 * effect reads the pause in its own transaction. What was already out is named in the receipt.
 */
export async function pauseScope(engine: Engine, scope: PauseScope, actor: string): Promise<PauseReceipt> {
  await engine.journal.write((tx) => setPause(tx, { scope }, actor));
  return readPauseReceipt(engine);
}

/** Holds one run where it is. */
export async function holdRun(engine: Engine, runId: string, actor: string): Promise<Refusal | null> {
  if (!findRun(engine.journal.orm, runId)) return refusals.noSuchRun;
  await engine.journal.write((tx) => setPause(tx, { scope: `run:${runId}` }, actor));
  return null;
}
