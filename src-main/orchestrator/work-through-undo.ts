import type { UndoItemState } from '#contract/model/undo.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findToolCall, type ToolCallRow } from '#db/repositories/tool-calls.ts';
import {
  findUndo,
  listUndoItems,
  type UndoItemRow,
  type UndoRow,
  updateUndo,
  updateUndoItem,
} from '#db/repositories/undos.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { carryOutUndo, claimUndo } from '#main/executor/undo-call.ts';
import { findPauseOverCall } from '#main/gate/find-pause.ts';
import { endCompensation } from '#main/orchestrator/compensate-run.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { leaveOutBuiltOn } from '#main/orchestrator/leave-out-built-on.ts';
import { viewOf } from '#main/orchestrator/view-of.ts';

/**
 * Takes back what a request names, one after the other, each only after those that build on it. Goes on from what is on
 * disk, until it is done, waits for an answer of the person, or a pause or the end of the app holds it.
 */
export async function workThroughUndo(engine: Engine, undoId: string, isClosing: () => boolean): Promise<void> {
  while (!isClosing()) {
    const undo = findUndo(engine.journal.orm, undoId);
    if (undo?.state !== 'open') return;
    const call = await engine.journal.write((tx) => takeNext(engine, tx, undo));
    if (!call) return;
    const run = findRun(engine.journal.orm, call.runId);
    const view = viewOf(engine, { timeZone: run?.timeZone ?? engine.timeZone });
    await carryOutUndo(engine, call, view, undo.createdBy);
  }
}

/** Claims the next that may be taken back. Null when there is none: the request has ended, waits or is held. */
function takeNext(engine: Engine, tx: JournalTx, undo: UndoRow): ToolCallRow | null {
  const items = listUndoItems(tx.orm, undo.id).map((item) => noteOutcome(tx, item));
  const states = new Map(items.map(({ callId, state }) => [callId, state]));
  for (const item of items) {
    const call = findToolCall(tx.orm, item.callId);
    if (item.state !== 'waiting' || !call) continue;
    const way = wayFor(item.after.map((id) => states.get(id) ?? 'left'));
    if (way === 'waits') continue;
    if (isHeld(tx, undo, call)) return null;
    if (way === 'free' && claimUndo(tx, call, undo.createdBy, item.overwrite)) {
      updateUndoItem(tx, item, { state: 'running' });
      leaveOutBuiltOn(engine, tx, call, undo.createdBy);
      return findToolCall(tx.orm, call.id) ?? null;
    }
    updateUndoItem(tx, item, { state: 'left' });
    states.set(item.callId, 'left');
  }
  endUndo(engine, tx, undo, [...states.values()]);
  return null;
}

/** What became of an item is read off its call, so that the two can never tell different stories. */
function noteOutcome(tx: JournalTx, item: UndoItemRow): UndoItemRow {
  const state = outcomeOf(item, findToolCall(tx.orm, item.callId));
  if (state !== item.state) updateUndoItem(tx, item, { state });
  return { ...item, state };
}

function outcomeOf({ state }: UndoItemRow, call: ToolCallRow | undefined): UndoItemState {
  if (call?.status === 'undone' && (state === 'waiting' || state === 'running' || state === 'asks')) return 'undone';
  if (state !== 'running') return state;
  if (call?.undoState === 'asks' || call?.undoState === 'failed') return call.undoState;
  return call?.undoState === 'running' ? 'running' : 'left';
}

/** What the person kept is no obstacle, as they decided so; what could not be taken back is. */
function wayFor(before: readonly UndoItemState[]): 'free' | 'waits' | 'barred' {
  if (before.some((state) => state === 'failed' || state === 'left')) return 'barred';
  return before.every((state) => state === 'undone' || state === 'kept') ? 'free' : 'waits';
}

/** A pause holds what was asked for before it; what the person takes back during a pause is taken back. */
function isHeld(tx: JournalTx, undo: UndoRow, call: ToolCallRow): boolean {
  const pause = findPauseOverCall(tx.orm, call);
  return pause !== undefined && (undo.reason === 'compensation' || pause.since > undo.createdAt);
}

function endUndo(engine: Engine, tx: JournalTx, undo: UndoRow, states: readonly UndoItemState[]): void {
  const count = (wanted: UndoItemState) => states.filter((state) => state === wanted).length;
  const questions = count('asks');
  const undone = count('undone');
  const runId = undo.target.of === 'day' ? null : undo.target.runId;
  updateUndo(tx, undo.id, questions > 0 ? { state: 'asks' } : { state: 'done', endedAt: tx.now });
  const body =
    questions > 0
      ? ({ kind: 'undo.waits', undoId: undo.id, questions } as const)
      : ({ kind: 'undo.ended', undoId: undo.id, undone, kept: states.length - undone } as const);
  tx.append({ actor: undo.createdBy, runId, body });
  if (undo.reason === 'compensation' && runId !== null) endCompensation(engine, tx, runId);
}
