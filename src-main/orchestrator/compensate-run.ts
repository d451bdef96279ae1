import type { Orm } from '#db/open-database.ts';
import { findRun } from '#db/repositories/runs.ts';
import { listCallsOfRun, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import { listItemsOfCalls, type UndoRow } from '#db/repositories/undos.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveRun } from '#main/events/move-run.ts';
import { isUndoable } from '#main/executor/undo-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { stands } from '#main/orchestrator/find-undo-calls.ts';
import { insertUndoOf, nameOf } from '#main/orchestrator/request-undo.ts';

/**
 * A step has failed and nothing more can move: what was done is left or taken back, as the plan says, before the run
 * counts as failed. `held`: the taking back is written down and under way; its end ends the run.
 */
export function failRun(engine: Engine, tx: JournalTx, runId: string): 'moved' | 'held' {
  const calls = listCallsOfRun(tx.orm, runId);
  const left = calls.filter(stands);
  if (findRun(tx.orm, runId)?.ifFails === 'undo') {
    const undoable = left.filter((call) => isUndoable(call, tx.now));
    const compensation = findCompensation(tx.orm, calls);
    if (compensation?.state === 'open') return 'held';
    if (!compensation && undoable.length > 0) {
      const target = { of: 'run' as const, runId };
      const id = insertUndoOf(tx, { target, reason: 'compensation', actor: 'life-os' }, undoable);
      tx.afterCommit(() => void engine.undoLine.take(id));
      return 'held';
    }
  }
  if (left.length > 0) {
    const body = { kind: 'run.left' as const, stands: left.map((call) => nameOf(tx.orm, call)) };
    tx.append({ actor: 'life-os', runId, body });
  }
  moveRun(tx, runId, 'a-step-failed', 'life-os');
  return 'moved';
}

/** All that could be taken back is; what could not is named, and the run has failed. Once: later answers change rows alone. */
export function endCompensation(engine: Engine, tx: JournalTx, runId: string): void {
  const run = findRun(tx.orm, runId);
  if (run?.state !== 'executing') return;
  const calls = listCallsOfRun(tx.orm, runId).filter(({ effect }) => effect.kind !== 'none');
  const named = (status: ToolCallRow['status']) =>
    calls.filter((call) => call.status === status).map((call) => nameOf(tx.orm, call));
  const body = { kind: 'run.compensated' as const, undone: named('undone'), kept: named('happened') };
  tx.append({ actor: 'life-os', runId, body });
  moveRun(tx, runId, 'a-step-failed', 'life-os');
  engine.queue.enqueue(tx, run);
}

function findCompensation(orm: Orm, calls: readonly ToolCallRow[]): UndoRow | undefined {
  const states = ['waiting', 'running', 'undone', 'asks', 'kept', 'failed', 'left'] as const;
  return listItemsOfCalls(
    orm,
    calls.map(({ id }) => id),
    states,
  ).find(({ undo }) => undo.reason === 'compensation')?.undo;
}
