import type { EventBody } from '#contract/model/event.ts';
import { nextUndoState, type UndoSignal } from '#contract/states/undo-state.ts';
import { findStep } from '#db/repositories/steps.ts';
import { findToolCall, type ToolCallRow, updateToolCall } from '#db/repositories/tool-calls.ts';
import type { JournalTx } from '#main/events/journal.ts';

type About = { readonly toolCallId: string; readonly action: string; readonly says: string };
type News = Extract<EventBody, { kind: `undo.${string}` | `redo.${string}`; toolCallId: string }>;
/** What is told beside which call it is about. */
type Told = News extends infer Body ? (Body extends News ? Omit<Body, keyof About> : never) : never;

/**
 * Moves the taking back of one call by a signal and writes the event, reading its state afresh in this transaction.
 * False when the signal means nothing any more: then nothing is written.
 */
export function moveUndo(
  tx: JournalTx,
  callId: string,
  signal: UndoSignal,
  actor: string,
  told: Told,
  change: Partial<ToolCallRow> = {},
): boolean {
  const call = findToolCall(tx.orm, callId);
  const undoState = call && nextUndoState(call.undoState, signal);
  if (!call || !undoState) return false;
  updateToolCall(tx, callId, { ...change, undoState });
  const { runId, stepId, action } = call;
  const says = findStep(tx.orm, runId, stepId)?.name ?? action;
  const body = { ...told, toolCallId: callId, action, says } as News;
  tx.append({ actor, runId, stepId, body });
  return true;
}
