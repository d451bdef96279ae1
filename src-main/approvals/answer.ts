import type { Approval } from '#contract/model/approval.ts';
import { choicesOf, type KeptChoice } from '#contract/model/conflict.ts';
import { findApproval, listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { closeReservations } from '#db/repositories/reservations.ts';
import { listSteps, type StepRow } from '#db/repositories/steps.ts';
import { endApproval } from '#main/approvals/ask.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';

/** Why an answer was not taken; the approval stands as it is. */
export type NotTaken = 'unknown' | 'answered-otherwise' | 'overtaken' | 'expired' | 'another-card' | 'needs-a-choice';
export type Taken = { readonly approval: Approval; readonly changed: boolean };

/**
 * Takes yes or no to one card. The first answer wins, from any door; the same answer again is
 * answered with what stands. An answer to a card that reads differently now is not taken, nor a yes to one
 * that names conflicts without saying what to do about them.
 */
export function answerApproval(
  tx: JournalTx,
  answer: { id: string; decision: 'approve' | 'decline'; digest?: string; notes?: string; choice?: KeptChoice },
  actor: string,
): Taken | NotTaken {
  const approval = findApproval(tx.orm, answer.id);
  if (!approval) return 'unknown';
  const wanted = answer.decision === 'approve' ? 'approved' : 'declined';
  if (approval.status === wanted) return { approval, changed: false };
  if (approval.status === 'overtaken' || approval.status === 'expired') return approval.status;
  if (approval.status !== 'waiting') return 'answered-otherwise';
  if (tx.now >= approval.expiresAt) return 'expired';
  if (answer.digest !== undefined && answer.digest !== approval.digest) return 'another-card';

  const offered = choicesOf(approval.card.conflicts ?? []);
  const choice = offered.some(({ kind }) => kind === answer.choice) ? (answer.choice ?? null) : null;
  if (answer.decision === 'approve' && offered.length > 0 && choice === null) return 'needs-a-choice';

  endApproval(tx, answer.id, answer.decision, actor, { notes: answer.notes ?? null, choice });
  const step = { runId: approval.runId, id: approval.stepId };
  // Whoever waits goes to the end of the line.
  if (choice === 'wait') closeReservations(tx, step, 'released', tx.now);
  moveStep(tx, step, answer.decision === 'approve' ? 'person-approved' : 'not-to-be-done', actor);
  if (answer.decision === 'approve') moveRun(tx, approval.runId, 'person-answered', actor);
  else settleAfterNo(tx, approval.runId, actor);
  return { approval: findApproval(tx.orm, answer.id) ?? approval, changed: true };
}

/** Ends a card that nobody answered in time; its step is not done. */
export function expireApproval(tx: JournalTx, approval: Approval): void {
  if (!endApproval(tx, approval.id, 'expire', 'clock')) return;
  moveStep(tx, { runId: approval.runId, id: approval.stepId }, 'not-to-be-done', 'clock');
  settleAfterNo(tx, approval.runId, 'clock');
}

/**
 * Once no card is left to answer, the run goes on. A no to every line that asked, before anything was
 * started, is a no to the plan: what needed no OK of its own is left out too.
 */
function settleAfterNo(tx: JournalTx, runId: string, actor: string): void {
  const statuses = listApprovalsOfRun(tx.orm, runId).map(({ status }) => status);
  if (statuses.includes('waiting')) return;
  const steps = listSteps(tx.orm, runId);
  if (!statuses.includes('approved') && !steps.some(hasStarted)) {
    for (const step of steps) moveStep(tx, step, 'not-to-be-done', actor);
  }
  moveRun(tx, runId, 'person-answered', actor);
}

/** Looking things up is no start: it is done before the person is asked. Nor is a step that failed before it was tried. */
const hasStarted = ({ riskLevel, attempt }: StepRow): boolean => riskLevel !== 'L0' && attempt > 0;
