import type { Action, View } from '#connectors/sdk/action.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Json } from '#contract/model/json.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { insertArtifact } from '#db/repositories/artifacts.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { findToolCall, type ToolCallRow, updateToolCall } from '#db/repositories/tool-calls.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep } from '#main/events/move-step.ts';
import type { Attached } from '#main/executor/action-context.ts';
import { watchForSuspicion } from '#main/gate/watch-for-suspicion.ts';

type OpenCall = Pick<ToolCallRow, 'id' | 'runId' | 'stepId' | 'action' | 'effect'>;

/** Only the first outcome of a call is written: whoever comes later (a slow answer, say) changes nothing. */
const isOpen = (tx: JournalTx, call: OpenCall): boolean => findToolCall(tx.orm, call.id)?.settledAt === null;

/** Writes down that it happened: call, step, documents and event in one transaction. */
export function settleHappened(
  tx: JournalTx,
  call: OpenCall,
  done: { action: Action; output: Json; view: View; attached: readonly Attached[] },
): void {
  if (!isOpen(tx, call)) return;
  const { action, output, view, attached } = done;
  const report = action.report(output, view);
  updateToolCall(tx, call.id, {
    status: 'happened',
    result: output,
    report,
    undoable: action.undo !== undefined && call.effect.reversible !== 'no',
    undoUntil: call.effect.until ?? null,
    settledAt: tx.now,
  });
  for (const document of attached) {
    const { runId, stepId } = call;
    insertArtifact(tx, { id: tx.newId(), runId, stepId, createdAt: tx.now, ...document });
  }
  tell(tx, call, { kind: 'effect.happened', toolCallId: call.id, action: call.action, report });
  moveStep(tx, stepOf(call), 'succeeded', 'life-os', { resultRef: call.id, failure: null });
}

/** Writes down that it did not happen, and why. */
export function settleFailed(tx: JournalTx, call: OpenCall, failure: Failure): void {
  if (!isOpen(tx, call)) return;
  updateToolCall(tx, call.id, { status: 'did-not-happen', failure, settledAt: tx.now });
  const says = nameOf(tx, call);
  tell(tx, call, { kind: 'effect.failed', toolCallId: call.id, action: call.action, failure, says });
  moveStep(tx, stepOf(call), 'failed', 'life-os', { failure });
  const step = findStep(tx.orm, call.runId, call.stepId);
  if (step && failure.kind === 'needs-reconnect')
    watchForSuspicion(tx, step, { kind: 'turned-away', toolCallId: call.id });
}

/** Nobody can know: the step waits for the person to say what happened. */
export function settleUnknown(tx: JournalTx, call: OpenCall, failure: Failure): void {
  if (!isOpen(tx, call)) return;
  updateToolCall(tx, call.id, { status: 'unknown', failure });
  tell(tx, call, { kind: 'effect.unknown', toolCallId: call.id, action: call.action, says: nameOf(tx, call) });
  moveStep(tx, stepOf(call), 'outcome-unknown', 'life-os', { failure });
}

/** It is known not to have happened and may be tried again: the step is free, unless its run was stopped for good. */
export function releaseCall(tx: JournalTx, call: OpenCall): void {
  if (!isOpen(tx, call)) return;
  updateToolCall(tx, call.id, { status: 'did-not-happen', settledAt: tx.now });
  moveStep(tx, stepOf(call), 'released', 'life-os');
  const run = findRun(tx.orm, call.runId);
  if (!run || isRunOver(run.state)) moveStep(tx, stepOf(call), 'not-to-be-done', 'life-os');
}

const stepOf = (call: OpenCall) => ({ runId: call.runId, id: call.stepId });
const nameOf = (tx: JournalTx, call: OpenCall) => findStep(tx.orm, call.runId, call.stepId)?.name ?? call.action;

function tell(tx: JournalTx, call: OpenCall, body: Parameters<JournalTx['append']>[0]['body']): void {
  tx.append({ actor: 'life-os', runId: call.runId, stepId: call.stepId, body });
}
