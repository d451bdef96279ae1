import type { Approval } from '#contract/model/approval.ts';
import type { Card } from '#contract/model/card.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Instant } from '#contract/model/instant.ts';
import { nextApprovalStatus } from '#contract/states/approval-state.ts';
import { findApproval, insertApproval, updateApproval } from '#db/repositories/approvals.ts';
import { findStep } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveToldStep } from '#main/events/move-step.ts';

/** A card waits this long for its answer. */
const EXPIRES_AFTER_MS = 7 * 86_400_000;

export const answersUntil = (now: Instant): Instant => new Date(Date.parse(now) + EXPIRES_AFTER_MS).toISOString();

/**
 * Puts a card before the person and blocks the step on it. A consent to something else (other
 * arguments, another remote version) is overtaken.
 */
export function askApproval(
  tx: JournalTx,
  step: { runId: string; id: string; name: string },
  asked: { digest: string; card: Card; decision: Decision },
): void {
  const { digest, card, decision } = asked;
  const row = findStep(tx.orm, step.runId, step.id);
  const id = tx.newId();
  if (!row || !moveToldStep(tx, row, 'needs-person', { approvalId: id, decision, waitUntil: null, waitsFor: null }))
    return;
  if (row.approvalId !== null) overtakeApproval(tx, row.approvalId);
  insertApproval(tx, {
    id,
    runId: step.runId,
    stepId: step.id,
    digest,
    card,
    reason: decision.because,
    status: 'waiting',
    decidedBy: null,
    decidedAt: null,
    notes: null,
    createdAt: tx.now,
    choice: null,
    expiresAt: answersUntil(tx.now),
  });
  const body = { kind: 'approval.asked', approvalId: id, says: card.title, because: decision.because } as const;
  tx.append({ actor: 'life-os', runId: step.runId, stepId: step.id, body });
}

/** The world or the request moved on: this card's answer would be to something else. */
export function overtakeApproval(tx: JournalTx, id: string): void {
  endApproval(tx, id, 'overtake', 'life-os');
}

/** Gives an approval its end and writes the event. False when it had one already. */
export function endApproval(
  tx: JournalTx,
  id: string,
  signal: Parameters<typeof nextApprovalStatus>[1],
  actor: string,
  said: Partial<Pick<Approval, 'notes' | 'choice'>> = {},
): boolean {
  const approval = findApproval(tx.orm, id);
  const status = approval && nextApprovalStatus(approval.status, signal);
  if (!approval || !status || status === 'waiting') return false;
  const { notes = null, choice = null } = said;
  updateApproval(tx, id, { status, decidedBy: actor, decidedAt: tx.now, notes, choice });
  const { runId, stepId } = approval;
  const body = { kind: 'approval.answered', approvalId: id, status, says: approval.card.title, notes } as const;
  tx.append({ actor, runId, stepId, body });
  return true;
}
