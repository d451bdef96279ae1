import { findLatestCall } from '#db/repositories/tool-calls.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Refusal } from '#main/orchestrator/refusal.ts';
import { requestUndo } from '#main/orchestrator/request-undo.ts';

/** Takes one step back, after what builds on it. How that went stands with the steps; undone twice is undone once. */
export async function undoStep(engine: Engine, runId: string, stepId: string, actor: string): Promise<Refusal | null> {
  const call = findLatestCall(engine.journal.orm, runId, stepId);
  if (call?.status === 'undone') return null;
  const taken = await requestUndo(engine, { of: 'step', runId, stepId }, actor);
  return typeof taken === 'string' ? null : taken;
}

/** Takes back all that a run did and that can be taken back, the latest first. */
export async function undoRun(engine: Engine, runId: string, actor: string): Promise<Refusal | null> {
  const taken = await requestUndo(engine, { of: 'run', runId }, actor);
  return typeof taken === 'string' ? null : taken;
}
