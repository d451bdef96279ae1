import type { UndoReason, UndoTarget } from '#contract/model/undo.ts';
import type { Orm } from '#db/open-database.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import type { ToolCallRow } from '#db/repositories/tool-calls.ts';
import { insertUndo, listItemsOfCalls } from '#db/repositories/undos.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { isUndoable } from '#main/executor/undo-call.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { dependenceIn, findUndoCalls } from '#main/orchestrator/find-undo-calls.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';
import { orderUndo } from '#main/orchestrator/undo-order.ts';

/**
 * Takes a step, a run or a day back: all of it is written down first, then one after the other. Answers with the
 * request once it stands still: done, or waiting for an answer. Asked for again while it is under way, it is the same one.
 */
export async function requestUndo(engine: Engine, target: UndoTarget, actor: string): Promise<string | Refusal> {
  const written = await engine.journal.write((tx) => writeUndoDown(engine, tx, target, actor));
  if (typeof written === 'string') await engine.undoLine.take(written);
  return written;
}

function writeUndoDown(engine: Engine, tx: JournalTx, target: UndoTarget, actor: string): string | Refusal {
  const missing = findMissing(tx.orm, target);
  if (missing) return missing;
  const calls = findUndoCalls(tx.orm, target, engine.timeZone);
  const underWay = listItemsOfCalls(
    tx.orm,
    calls.map(({ id }) => id),
    ['waiting', 'running'],
  ).filter(({ undo }) => undo.state === 'open');
  const taken = new Set(underWay.map(({ item }) => item.callId));
  const rest = calls.filter((call) => isUndoable(call, tx.now) && !taken.has(call.id));
  if (rest.length > 0) return insertUndoOf(tx, { target, reason: 'asked', actor }, rest);
  return underWay.at(-1)?.undo.id ?? refusals.nothingToUndo;
}

/** Why this target is none: the run or step that it names is not there. */
export function findMissing(orm: Orm, target: UndoTarget): Refusal | null {
  if (target.of === 'day') return null;
  if (!findRun(orm, target.runId)) return refusals.noSuchRun;
  return target.of === 'step' && !findStep(orm, target.runId, target.stepId) ? refusals.noSuchStep : null;
}

/** The request with all its items, before the first of them begins. */
export function insertUndoOf(
  tx: JournalTx,
  { target, reason, actor }: { target: UndoTarget; reason: UndoReason; actor: string },
  calls: readonly ToolCallRow[],
): string {
  const id = tx.newId();
  const ordered = orderUndo(calls, dependenceIn(tx.orm));
  insertUndo(
    tx,
    { id, target, reason, state: 'open', createdBy: actor, createdAt: tx.now, endedAt: null },
    ordered.map(({ call, after }, position) => ({
      undoId: id,
      callId: call.id,
      position,
      after,
      state: 'waiting' as const,
      overwrite: false,
    })),
  );
  const says = ordered.map(({ call }) => nameOf(tx.orm, call));
  const runId = target.of === 'day' ? null : target.runId;
  tx.append({ actor, runId, body: { kind: 'undo.requested', undoId: id, target, reason, says } });
  return id;
}

/** What the person knows the step of this call by. */
export const nameOf = (orm: Orm, { runId, stepId, action }: ToolCallRow): string =>
  findStep(orm, runId, stepId)?.name ?? action;
