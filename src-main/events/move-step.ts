import { nextStepState, type StepSignal } from '#contract/states/step-state.ts';
import { findStep, type StepRow, updateStepIn } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';

type StepKey = { readonly runId: string; readonly id: string };

/** Moves a step by a signal and writes the event. False when the signal means nothing any more. */
export function moveStep(
  tx: JournalTx,
  step: StepKey,
  signal: StepSignal,
  actor: string,
  change: Partial<StepRow> = {},
): boolean {
  const row = findStep(tx.orm, step.runId, step.id);
  const moved = row && moveToldStep(tx, row, signal, change);
  if (!row || !moved) return false;
  const body = { kind: 'step.changed', from: row.state, to: moved.state, says: row.name } as const;
  tx.append({ actor, runId: step.runId, stepId: step.id, body });
  return true;
}

/**
 * Moves a step from the state in which it was read, where another entry of the log says that it moved. Answers
 * with how it stands now, or null when the signal means nothing any more or somebody else has moved it since.
 */
export function moveToldStep(
  tx: JournalTx,
  row: StepRow,
  signal: StepSignal,
  change: Partial<StepRow> = {},
): StepRow | null {
  const state = nextStepState(row.state, signal);
  if (!state) return null;
  const changed = { ...change, state, updatedAt: tx.now };
  return updateStepIn(tx, row, changed) ? { ...row, ...changed } : null;
}
