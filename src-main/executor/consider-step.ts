import type { View } from '#connectors/sdk/action.ts';
import type { Card } from '#contract/model/card.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Orm } from '#db/open-database.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { cardOf, consentDigest, type PreparedStep, proposalOf } from '#main/executor/prepare-step.ts';
import type { Gate } from '#main/gate/check.ts';

/** What is to become of a prepared step by the rules as they stand. */
export type Considered =
  | { readonly kind: 'refuse'; readonly decision: Decision; readonly failure: Failure }
  | { readonly kind: 'ask'; readonly decision: Decision; readonly digest: string; readonly card: Card }
  | { readonly kind: 'allow'; readonly decision: Decision };

/**
 * Asks the gate, in the transaction that acts on the answer: nothing can change in between. Writes
 * nothing. A pause is not its business: a card may be prepared while everything is paused.
 */
export function considerStep(
  gate: Gate,
  orm: Orm,
  step: StepRow,
  prepared: PreparedStep,
  at: { view: View; now: string; shadow: boolean },
): Considered {
  const approval = step.approvalId === null ? undefined : findApproval(orm, step.approvalId);
  const approved = approval?.status === 'approved' && approval.digest === consentDigest(prepared);
  const word = gate.check(orm, proposalOf(prepared), { approved, paused: false, now: at.now });
  const decision = approved && approval ? { ...word, because: [...approval.reason, ...word.because] } : word;
  switch (decision.verdict) {
    case 'refuse': {
      const because = decision.because.map(({ says }) => says).join(' ');
      return { kind: 'refuse', decision, failure: { kind: 'refused', because } };
    }
    case 'ask':
      if (at.shadow) return { kind: 'allow', decision };
      return { kind: 'ask', decision, digest: consentDigest(prepared), card: cardOf(prepared, at.view) };
    case 'allow':
      return { kind: 'allow', decision };
  }
}
