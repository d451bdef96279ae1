import type { Mode, View } from '#connectors/sdk/action.ts';
import { t } from '#contract/language/t.ts';
import { fail, type Result } from '#contract/model/result.ts';
import { closeReservations } from '#db/repositories/reservations.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { openContext } from '#main/executor/action-context.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { keepAttached } from '#main/executor/keep-attached.ts';
import { moveUndo } from '#main/executor/move-undo.ts';
import { writeOutcome } from '#main/storage/write-outcome.ts';

/** Whether taking this call back would be tried now. */
export function isUndoable(call: ToolCallRow, now: string): boolean {
  if (call.status !== 'happened' || !call.undoable) return false;
  if (call.undoState !== 'none' && call.undoState !== 'failed' && call.undoState !== 'asks') return false;
  return call.undoUntil === null || now < call.undoUntil;
}

/**
 * The intent to take one call back, in the caller's transaction. `overwrite`: the person was asked and wants it back
 * over what they changed since; the question stays with the call until the outcome, so that a crash does not forget it.
 */
export function claimUndo(tx: JournalTx, call: ToolCallRow, actor: string, overwrite: boolean): boolean {
  if (!isUndoable(call, tx.now)) return false;
  const undoQuestion = overwrite ? (call.undoQuestion ?? { about: 'undo' as const, what: call.action }) : null;
  return moveUndo(tx, call.id, 'undo-started', actor, { kind: 'undo.intended' }, { undoFailure: null, undoQuestion });
}

/** Compares without touching anything: what would come of taking it back now. */
export async function compareUndo(parts: ExecutorParts, call: ToolCallRow, view: View): Promise<Result<null>> {
  return (await askToUndo(parts, call, { view, mode: 'dry-run', overwrite: false })).outcome;
}

/**
 * Takes a claimed call back and writes down how that went. Also the way on after a crash in the middle: an action's
 * undo may be asked for twice.
 */
export async function carryOutUndo(parts: ExecutorParts, call: ToolCallRow, view: View, actor: string): Promise<void> {
  const overwrite = call.undoQuestion?.about === 'undo';
  const { outcome, attached } = await askToUndo(parts, call, { view, mode: 'execute', overwrite });
  await writeOutcome(parts.room, () =>
    parts.journal.write((tx) => {
      keepAttached(tx, call, attached);
      if (outcome.ok) {
        const change = { status: 'undone' as const, undoQuestion: null };
        closeReservations(tx, { runId: call.runId, id: call.stepId }, 'released', tx.now);
        moveUndo(tx, call.id, 'taken-back', actor, { kind: 'undo.happened' }, change);
      } else if (outcome.failure.kind === 'changed-since' && !overwrite) {
        const question = { about: 'undo' as const, what: outcome.failure.what };
        moveUndo(tx, call.id, 'changed-since', actor, { kind: 'undo.asked', question }, { undoQuestion: question });
      } else {
        const { failure } = outcome;
        const change = { undoFailure: failure, undoQuestion: null };
        moveUndo(tx, call.id, 'failed', actor, { kind: 'undo.failed', failure }, change);
      }
    }),
  );
}

async function askToUndo(parts: ExecutorParts, call: ToolCallRow, how: { view: View; mode: Mode; overwrite: boolean }) {
  const { tools, journal, log } = parts;
  const action = tools.find(call.action);
  if (!action?.undo) {
    const because = t`Nothing here can take it back.`;
    return { outcome: fail({ kind: 'not-undoable', because }), attached: [] };
  }
  if (!tools.isConnected(journal.orm, call.connector)) {
    return { outcome: fail({ kind: 'needs-reconnect', provider: call.connector }), attached: [] };
  }
  const { context, attached } = openContext(parts, { ...call, ...how });
  const outcome = await Promise.resolve(action.undo(call.result, context)).catch((error: unknown) => {
    log.error({ error, reference: call.id, action: call.action }, 'an undo threw');
    return fail({ kind: 'internal-error', reference: call.id });
  });
  return { outcome, attached };
}
