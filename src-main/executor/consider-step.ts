import type { View } from '#connectors/sdk/action.ts';
import type { Card } from '#contract/model/card.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Orm } from '#db/open-database.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { findStandingConsent } from '#main/approvals/standing-consent.ts';
import { cardOf, consentDigest, type PreparedStep, proposalOf } from '#main/executor/prepare-step.ts';
import type { Gate } from '#main/gate/check.ts';

/** What is to become of a prepared step by the rules as they stand. */
export type Considered =
  | { readonly kind: 'refuse'; readonly decision: Decision; readonly failure: Failure }
  | { readonly kind: 'ask'; readonly decision: Decision; readonly digest: string; readonly card: Card }
  | { readonly kind: 'allow'; readonly decision: Decision };

/** Said under *Why this?* when a run that nobody watches does something, or asks where its rules would not. */
const agreedBefore = { rule: 'agreed-before', says: 'You said yes to this for every run of this automation.' };
const anotherPlan = {
  rule: 'another-plan',
  says: 'The plan came out differently from the one that you saw when you set this up, so I ask you about all of it.',
};

type At = {
  readonly view: View;
  readonly now: string;
  readonly run: Pick<RunRow, 'automationId' | 'strayed' | 'shadow'>;
};

/**
 * Asks the gate, in the transaction that acts on the answer: nothing can change in between. Writes
 * nothing. A pause is not its business: a card may be prepared while everything is paused.
 */
export function considerStep(gate: Gate, orm: Orm, step: StepRow, prepared: PreparedStep, at: At): Considered {
  const decision = decide(gate, orm, step, prepared, at);
  switch (decision.verdict) {
    case 'refuse': {
      const because = decision.because.map(({ says }) => says).join(' ');
      return { kind: 'refuse', decision, failure: { kind: 'refused', because } };
    }
    case 'ask':
      if (at.run.shadow) return { kind: 'allow', decision };
      return { kind: 'ask', decision, digest: consentDigest(prepared), card: cardOf(prepared, at.view) };
    case 'allow':
      return { kind: 'allow', decision };
  }
}

/**
 * The gate's word with the person's yes to exactly this, or the standing yes of its automation. A guardrail's no
 * stands whatever was agreed. A plan that strayed from the one that was seen is asked line by line.
 */
function decide(gate: Gate, orm: Orm, step: StepRow, prepared: PreparedStep, { run, now }: At): Decision {
  const approval = step.approvalId === null ? undefined : findApproval(orm, step.approvalId);
  const given = approval?.status === 'approved' && approval.digest === consentDigest(prepared) ? approval : undefined;
  const standing = given ? undefined : findStandingConsent(orm, run, prepared, now);
  const approved = (given ?? standing) !== undefined;
  const word = gate.check(orm, proposalOf(prepared), { approved, paused: false, now });
  if (given) return { ...word, because: [...given.reason, ...word.because] };
  if (word.verdict !== 'allow' || prepared.tier === 'L0') return word;
  if (standing) return { ...word, because: [agreedBefore, ...word.because], notify: true };
  return run.strayed ? { verdict: 'ask', because: [anotherPlan], notify: false } : word;
}
