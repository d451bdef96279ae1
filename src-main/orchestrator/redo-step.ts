import type { Orm } from '#db/open-database.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep, listSteps } from '#db/repositories/steps.ts';
import { findLatestCall, listCallsOfRun, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { isRedoable, redoCall } from '#main/executor/redo-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';
import { readDependence } from '#main/orchestrator/undo-order.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

/** Puts back what was taken back of one step. How that went stands with the step; pressed twice is put back once. */
export async function redoStep(engine: Engine, runId: string, stepId: string, actor: string): Promise<Refusal | null> {
  const { orm } = engine.journal;
  if (!findRun(orm, runId)) return refusals.noSuchRun;
  if (!findStep(orm, runId, stepId)) return refusals.noSuchStep;
  const pressed = findLatestCall(orm, runId, stepId);
  if (!pressed || pressed.undoState === 'none') return refusals.nothingToRedo;
  return putBackInTurn(engine, pressed, actor, null);
}

/** In the line, so that what was asked for before it is over by then. */
export async function putBackInTurn(
  engine: Engine,
  { id, runId, stepId }: ToolCallRow,
  actor: string,
  agreed: string | null,
): Promise<Refusal | null> {
  const outcome = await engine.undoLine.inTurn(async (): Promise<Refusal | null> => {
    const { orm } = engine.journal;
    const call = findLatestCall(orm, runId, stepId);
    const run = findRun(orm, runId);
    if (!run || call?.id !== id || call.undoState === 'none') return null;
    if (!isRedoable(call) && agreed === null) return refusals.nothingToRedo;
    if (!isGroundThere(orm, call)) return refusals.putBackFirst;
    const redone = await redoCall(engine, id, viewOf(engine, run), actor, agreed);
    return redone === 'paused' ? refusals.pausedNoRedo : null;
  });
  return outcome ?? null;
}

/** Whether all that a step builds on stands. */
export function isGroundThere(orm: Orm, { runId, stepId }: Pick<ToolCallRow, 'runId' | 'stepId'>): boolean {
  const under = readDependence(listSteps(orm, runId)).under(stepId);
  return listCallsOfRun(orm, runId).every((call) => !under.has(call.stepId) || call.status !== 'undone');
}
