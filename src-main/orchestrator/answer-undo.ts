import type { UndoChoice } from '#contract/model/undo.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { findLatestCall, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { listItemsOfCalls, updateUndo, updateUndoItem } from '#db/repositories/undos.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveUndo } from '#main/executor/move-undo.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { putBackInTurn } from '#main/orchestrator/redo-step.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/**
 * The person says what is to become of something that was changed since. `keep`: it stays as it is now. `overwrite`: it
 * is taken back, or put back, all the same. What waited for this answer goes on.
 */
export async function answerUndo(
  engine: Engine,
  said: { runId: string; stepId: string; choice: UndoChoice },
  actor: string,
): Promise<Refusal | null> {
  const { orm } = engine.journal;
  if (!findRun(orm, said.runId)) return refusals.noSuchRun;
  if (!findStep(orm, said.runId, said.stepId)) return refusals.noSuchStep;
  const asked = findLatestCall(orm, said.runId, said.stepId);
  const question = asked?.undoQuestion;
  if (asked?.undoState === 'redo-asks' && question?.about === 'redo' && said.choice === 'overwrite') {
    return putBackInTurn(engine, asked, actor, question.digest);
  }
  const goesOn = await engine.journal.write((tx) => takeAnswer(tx, said, actor));
  if (goesOn === null) return refusals.noUndoQuestion;
  for (const undoId of goesOn) await engine.undoLine.take(undoId);
  return null;
}

/** The requests that go on with this answer; null when nothing was asked any more. */
function takeAnswer(
  tx: JournalTx,
  { runId, stepId, choice }: { runId: string; stepId: string; choice: UndoChoice },
  actor: string,
): string[] | null {
  const call = findLatestCall(tx.orm, runId, stepId);
  if (call?.undoState !== 'asks' && call?.undoState !== 'redo-asks') return null;
  const told = { kind: 'undo.answered', choice } as const;
  if (choice === 'keep') moveUndo(tx, call.id, 'person-keeps-it', actor, told, { undoQuestion: null });
  else tellOverwrite(tx, call, actor);
  const waiting = listItemsOfCalls(tx.orm, [call.id], ['asks']);
  for (const { item, undo } of waiting) {
    updateUndoItem(tx, item, choice === 'keep' ? { state: 'kept' } : { state: 'waiting', overwrite: true });
    updateUndo(tx, undo.id, { state: 'open' });
  }
  return waiting.map(({ undo }) => undo.id);
}

/** Its state moves when its turn comes; that it was said is written down now. */
function tellOverwrite(tx: JournalTx, call: ToolCallRow, actor: string): void {
  const { runId, stepId } = call;
  const says = findStep(tx.orm, runId, stepId)?.name ?? call.action;
  tx.append({
    actor,
    runId,
    stepId,
    body: { kind: 'undo.answered', toolCallId: call.id, choice: 'overwrite', says },
  });
}
