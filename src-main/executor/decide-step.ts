import type { Decision } from '#contract/model/decision.ts';
import type { Orm } from '#db/open-database.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import { findRun } from '#db/repositories/runs.ts';
import type { StepRow } from '#db/repositories/steps.ts';
import { findStandingConsent } from '#main/approvals/standing-consent.ts';
import type { PreparedStep } from '#main/executor/prepare-step.ts';
import type { Gate } from '#main/gate/check.ts';

/** Said under *Why this?* when a run that nobody watches does something, or asks where its rules would not. */
const agreedBefore = { rule: 'agreed-before', says: 'You said yes to this for every run of this automation.' };
const anotherPlan = {
  rule: 'another-plan',
  says: 'The plan came out differently from the one that you saw when you set this up, so I ask you about all of it.',
};

/**
 * The gate's word on a prepared step, with the person's yes to exactly this, or the standing yes of its automation.
 * A guardrail's no stands whatever was agreed. A plan that strayed from the one that was seen is asked line by line.
 */
export function decideStep(
  orm: Orm,
  gate: Gate,
  step: StepRow,
  prepared: PreparedStep,
  at: { paused: boolean; now: string },
): Decision {
  const approval = step.approvalId === null ? undefined : findApproval(orm, step.approvalId);
  const given = approval?.status === 'approved' && approval.digest === prepared.digest ? approval : undefined;
  const run = findRun(orm, step.runId);
  const standing = given || !run ? undefined : findStandingConsent(orm, run, prepared, at.now);
  const decision = gate.check(orm, proposalOf(prepared), { ...at, approved: (given ?? standing) !== undefined });
  if (given) return { ...decision, because: [...given.reason, ...decision.because] };
  if (decision.verdict !== 'allow' || prepared.tier === 'L0') return decision;
  if (standing) return { ...decision, because: [agreedBefore, ...decision.because], notify: true };
  return run?.strayed ? { verdict: 'ask', because: [anotherPlan], notify: false } : decision;
}

export const proposalOf = (prepared: PreparedStep) => ({
  action: prepared.action.name,
  known: true,
  tier: prepared.tier,
  effect: prepared.effect,
  sinks: prepared.sinks,
});
