import type { View } from '#connectors/sdk/action.ts';
import type { Failure } from '#contract/model/failure.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { findStep } from '#db/repositories/steps.ts';
import { findToolCall, type ToolCallRow, updateToolCall } from '#db/repositories/tool-calls.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { openContext } from '#main/executor/action-context.ts';
import type { ExecutorParts } from '#main/executor/executor-parts.ts';
import { writeOutcome } from '#main/storage/write-outcome.ts';

/** Whether pressing Undo on this call would be tried now. */
export function isUndoable(call: ToolCallRow, now: string): boolean {
  if (call.status !== 'happened' || !call.undoable) return false;
  if (call.undoState !== 'none' && call.undoState !== 'failed') return false;
  return call.undoUntil === null || now < call.undoUntil;
}

/** Takes one call back: intent, request, outcome, as for doing it. Pressing twice is once. */
export async function undoCall(parts: ExecutorParts, callId: string, view: View, actor: string): Promise<Result<null>> {
  const claim = await parts.journal.write((tx) => claimUndo(tx, callId, actor));
  if (!claim.ok) return claim;
  return carryOutUndo(parts, claim.value, view, actor);
}

function claimUndo(tx: JournalTx, callId: string, actor: string): Result<ToolCallRow> {
  const call = findToolCall(tx.orm, callId);
  if (!call) return fail({ kind: 'not-found', what: callId });
  if (!isUndoable(call, tx.now)) {
    return fail({
      kind: 'not-undoable',
      because: call.undoState === 'undone' ? 'It is undone already.' : 'It can’t be undone any more.',
    });
  }
  updateToolCall(tx, callId, { undoState: 'running', undoFailure: null });
  tellUndo(tx, call, actor, { kind: 'undo.intended' });
  return succeed(call);
}

/** Also the way on after a crash in the middle: an action's undo may be asked for twice. */
export async function carryOutUndo(
  parts: ExecutorParts,
  call: ToolCallRow,
  view: View,
  actor: string,
): Promise<Result<null>> {
  const { tools, log } = parts;
  const action = tools.find(call.action);
  const { context } = openContext(parts, { ...call, mode: 'execute', view });
  const outcome = action?.undo
    ? await action.undo(call.result, context).catch((error: unknown) => {
        log.error({ error, reference: call.id, action: call.action }, 'an undo threw');
        return fail({ kind: 'internal-error', reference: call.id });
      })
    : fail({ kind: 'not-undoable', because: 'Nothing here can take it back.' });
  await writeOutcome(parts.room, () =>
    parts.journal.write((tx) => {
      if (outcome.ok) {
        updateToolCall(tx, call.id, { status: 'undone', undoState: 'undone' });
        tellUndo(tx, call, actor, { kind: 'undo.happened' });
      } else {
        updateToolCall(tx, call.id, { undoState: 'failed', undoFailure: outcome.failure });
        tellUndo(tx, call, actor, { kind: 'undo.failed', failure: outcome.failure });
      }
    }),
  );
  return outcome;
}

type UndoNews = { kind: 'undo.intended' } | { kind: 'undo.happened' } | { kind: 'undo.failed'; failure: Failure };

function tellUndo(tx: JournalTx, call: ToolCallRow, actor: string, news: UndoNews): void {
  const { runId, stepId, action } = call;
  const says = findStep(tx.orm, runId, stepId)?.name ?? action;
  tx.append({ actor, runId, stepId, body: { ...news, toolCallId: call.id, action, says } });
}
