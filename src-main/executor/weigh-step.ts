import type { View } from '#connectors/sdk/action.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import { findOwner } from '#db/repositories/people.ts';
import { type StepRow, updateStep } from '#db/repositories/steps.ts';
import { answersUntil, askApproval } from '#main/approvals/ask.ts';
import { findConsent, isPassedOver } from '#main/approvals/consent.ts';
import { digestWith } from '#main/approvals/digest.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';
import { tellConflicts } from '#main/executor/tell-conflicts.ts';
import { raiseDecision } from '#main/gate/raise-decision.ts';
import { findObstacles, holdPlaces } from '#main/gate/reserve.ts';
import { whenThereIsRoom } from '#main/gate/room-again.ts';

/** `asked`: a card is before the person. `waits`: they chose to wait until there is room, and there is none yet. */
export type Weighed = 'allowed' | 'asked' | 'waits';

/**
 * Puts what stands in the way beside the rules' word, in one transaction with the places that the step
 * holds from now on, so that of two plans one always sees the other. Asks where asking is due.
 */
export function weighStep(
  tx: JournalTx,
  step: StepRow,
  prepared: PreparedStep,
  decision: Decision,
  view: View,
): Weighed {
  const consent = findConsent(tx.orm, step, prepared.digest);
  const reserving = { ...prepared, step };
  const obstacles = findObstacles(tx.orm, reserving, tx.now);
  const isClear = isPassedOver(consent, obstacles);
  const mayWait = consent?.choice === 'wait' && whenThereIsRoom(obstacles, zoneOf(tx, view)) !== null;
  if (mayWait && decision.verdict === 'allow') return 'waits';
  holdPlaces(tx, reserving, answersUntil(tx.now));
  if (isClear && decision.verdict === 'allow') {
    noteDecision(tx, step, decision, prepared.tier);
    return 'allowed';
  }
  const conflicts = tellConflicts(tx.orm, step, prepared, obstacles, view);
  const raised = raiseDecision(decision, conflicts);
  noteDecision(tx, step, raised, prepared.tier);
  for (const conflict of conflicts) {
    tx.append({ actor: 'rules', runId: step.runId, stepId: step.id, body: { kind: 'conflict.found', ...conflict } });
  }
  const card = conflicts.length === 0 ? prepared.card : { ...prepared.card, conflicts: [...conflicts] };
  askApproval(tx, step, { digest: digestWith(prepared.digest, conflicts), card, decision: raised });
  return 'asked';
}

/** Days and months are the person's own, whatever zone the request came from. */
const zoneOf = (tx: JournalTx, view: View): string => findOwner(tx.orm)?.timeZone ?? view.timeZone;

/** Keeps the gate's word with the step, and the risk as the effect turned out to have; tells it once. */
export function noteDecision(
  tx: JournalTx,
  step: StepRow,
  decision: Decision,
  riskLevel: RiskTier = step.riskLevel,
): void {
  if (step.decision && JSON.stringify(step.decision) === JSON.stringify(decision)) return;
  updateStep(tx, step, { decision, riskLevel, updatedAt: tx.now });
  const body = { kind: 'gate.decided', action: step.tool, decision, says: step.name } as const;
  tx.append({ actor: 'rules', runId: step.runId, stepId: step.id, body });
}
