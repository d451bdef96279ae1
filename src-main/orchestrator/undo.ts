import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { findLatestCall, listCallsOfRun } from '#db/repositories/tool-calls.ts';
import { isUndoable, undoCall } from '#main/executor/undo-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

/** Takes one step back. How that went stands with the step; undone twice is undone once. */
export async function undoStep(engine: Engine, runId: string, stepId: string, actor: string): Promise<Refusal | null> {
  const { orm } = engine.journal;
  const run = findRun(orm, runId);
  if (!run) return refusals.noSuchRun;
  if (!findStep(orm, runId, stepId)) return refusals.noSuchStep;
  const call = findLatestCall(orm, runId, stepId);
  if (call && (call.undoState === 'undone' || call.undoState === 'running')) return null;
  if (!call || !isUndoable(call, engine.journal.now())) return refusals.nothingToUndo;
  await undoCall(engine, call.id, viewOf(engine, run), actor);
  return null;
}

/** Takes back all that a run did and that can be taken back, the latest first. */
export async function undoRun(engine: Engine, runId: string, actor: string): Promise<Refusal | null> {
  const run = findRun(engine.journal.orm, runId);
  if (!run) return refusals.noSuchRun;
  const calls = listCallsOfRun(engine.journal.orm, runId).filter((call) => isUndoable(call, engine.journal.now()));
  if (calls.length === 0) return refusals.nothingToUndo;
  const latestFirst = calls.toReversed().sort((a, b) => (b.settledAt ?? '').localeCompare(a.settledAt ?? ''));
  for (const call of latestFirst) {
    await undoCall(engine, call.id, viewOf(engine, run), actor);
  }
  return null;
}
