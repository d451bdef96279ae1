import { isStepOver, nextStepState, type StepSignal } from '#contract/states/step-state.ts';
import { closeReservations } from '#db/repositories/reservations.ts';
import { findStep, type StepRow, updateStep } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';

/** Moves a step by a signal, settles what it had reserved once it is over, and writes the event. False when the signal means nothing any more. */
export function moveStep(
  tx: JournalTx,
  step: { runId: string; id: string },
  signal: StepSignal,
  actor: string,
  change: Partial<StepRow> = {},
): boolean {
  const row = findStep(tx.orm, step.runId, step.id);
  const to = row && nextStepState(row.state, signal);
  if (!row || !to) return false;
  updateStep(tx, step, { ...change, state: to, updatedAt: tx.now });
  if (isStepOver(to)) closeReservations(tx, step, to === 'succeeded' ? 'used' : 'released', tx.now);
  tx.append({
    actor,
    runId: step.runId,
    stepId: step.id,
    body: { kind: 'step.changed', from: row.state, to, says: row.name },
  });
  return true;
}
