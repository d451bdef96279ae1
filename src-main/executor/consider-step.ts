import type { View } from '#connectors/sdk/action.ts';
import { t } from '#contract/language/t.ts';
import type { Approval } from '#contract/model/approval.ts';
import type { Card } from '#contract/model/card.ts';
import type { Conflict } from '#contract/model/conflict.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Orm } from '#db/open-database.ts';
import { findOwner } from '#db/repositories/people.ts';
import type { RunRow } from '#db/repositories/runs.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { findConsent, isPassedOver } from '#main/approvals/consent.ts';
import { digestWith } from '#main/approvals/digest.ts';
import { findStandingConsent } from '#main/approvals/standing-consent.ts';
import { cardOf, consentDigest, type PreparedStep, proposalOf } from '#main/executor/prepare-step.ts';
import { tellConflicts } from '#main/executor/tell-conflicts.ts';
import type { Gate } from '#main/gate/check.ts';
import { raiseDecision } from '#main/gate/raise-decision.ts';
import { findObstacles } from '#main/gate/reserve.ts';
import { whenThereIsRoom } from '#main/gate/room-again.ts';

/** `digest` is what a consent to the bare effect is bound to; `approved` says that one stands. */
type Allowed = { readonly digest: string; readonly approved: boolean };
type Asked = { readonly digest: string; readonly card: Card; readonly conflicts: readonly Conflict[] };

/** What is to become of a prepared step by the rules as they stand, and by what stands in its way. */
export type Considered =
  | { readonly kind: 'refuse'; readonly decision: Decision; readonly failure: Failure }
  | ({ readonly kind: 'ask'; readonly decision: Decision } & Asked)
  /** The person chose to wait until there is room, and there is none yet. */
  | { readonly kind: 'wait'; readonly decision: Decision; readonly until: Instant }
  | ({ readonly kind: 'allow'; readonly decision: Decision } & Allowed);

/** Said under *Why this?* when a run that nobody watches does something, or asks where its rules would not. */
const agreedBefore = { rule: 'agreed-before', says: t`You said yes to this for every run of this automation.` };
const anotherPlan = {
  rule: 'another-plan',
  says: t`The plan came out differently from the one that you saw when you set this up, so I ask you about all of it.`,
};

type At = {
  readonly view: View;
  readonly now: string;
  readonly run: Pick<RunRow, 'automationId' | 'strayed' | 'shadow' | 'role'>;
};

/**
 * Asks the gate, and looks what stands in the way, in the transaction that acts on the answer: nothing can change in
 * between. Writes nothing. A pause is not its business: a card may be prepared while everything is paused.
 */
export function considerStep(gate: Gate, orm: Orm, step: StepRow, prepared: PreparedStep, at: At): Considered {
  const bare = consentDigest(prepared);
  const consent = findConsent(orm, step, bare);
  const approved = consent !== null;
  const decision = decide(gate, orm, step, prepared, consent, at);
  if (decision.verdict === 'refuse') {
    const because = decision.because.map(({ says }) => says).join(' ');
    return { kind: 'refuse', decision, failure: { kind: 'refused', because } };
  }
  const obstacles = findObstacles(orm, { ...prepared, step }, at.now);
  if (decision.verdict === 'allow') {
    if (isPassedOver(orm, step, prepared.effect, consent, obstacles))
      return { kind: 'allow', decision, digest: bare, approved };
    // Days and months are the person's own, whatever zone the request came from.
    const timeZone = findOwner(orm)?.timeZone ?? at.view.timeZone;
    const until = consent?.choice === 'wait' ? whenThereIsRoom(obstacles, timeZone) : null;
    if (until !== null) return { kind: 'wait', decision, until };
  }
  const conflicts = tellConflicts(orm, step, prepared, obstacles, at.view);
  const raised = raiseDecision(decision, conflicts);
  if (at.run.shadow) return { kind: 'allow', decision: raised, digest: bare, approved };
  const plain = cardOf(prepared, at.view);
  const card = conflicts.length === 0 ? plain : { ...plain, conflicts: [...conflicts] };
  return { kind: 'ask', decision: raised, digest: digestWith(bare, conflicts), card, conflicts };
}

/**
 * The gate's word with the person's yes to exactly this, or the standing yes of its automation. A guardrail's no
 * stands whatever was agreed. A plan that strayed from the one that was seen is asked line by line, and no standing yes
 * reaches one that was made after something was read.
 */
function decide(
  gate: Gate,
  orm: Orm,
  step: StepRow,
  prepared: PreparedStep,
  consent: Approval | null,
  { run, now }: At,
): Decision {
  const standing = consent || prepared.replanned ? undefined : findStandingConsent(orm, run, prepared, now);
  const approved = (consent ?? standing) !== undefined;
  const word = gate.check(orm, proposalOf(step, prepared), { approved, paused: false, now, ...run });
  if (consent) return { ...word, because: [...consent.reason, ...word.because] };
  if (word.verdict !== 'allow' || prepared.tier === 'L0') return word;
  if (standing) return { ...word, because: [agreedBefore, ...word.because], notify: true };
  return run.strayed ? { ...word, verdict: 'ask', because: [anotherPlan], notify: false } : word;
}
