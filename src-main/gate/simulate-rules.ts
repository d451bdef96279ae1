import { t } from '#contract/language/t.ts';
import type { Approval } from '#contract/model/approval.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Limits } from '#contract/model/limits.ts';
import type { Simulation, TriedRules } from '#contract/model/simulation.ts';
import type { Orm } from '#db/open-database.ts';
import { listApprovalsSince } from '#db/repositories/approvals.ts';
import { findOwner } from '#db/repositories/people.ts';
import { listReservationsOfRun } from '#db/repositories/reservations.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { listCallsSettledBetween } from '#db/repositories/tool-calls.ts';
import type { Gate, Proposal } from '#main/gate/check.ts';
import { circumstancesThen } from '#main/gate/circumstances-then.ts';
import type { Standing } from '#main/gate/engine-in-force.ts';
import { limitClaims } from '#main/gate/limit-claims.ts';
import { readLimits } from '#main/gate/limits-in-force.ts';
import { proposalOfCard, proposalOfStep } from '#main/gate/proposal-of-card.ts';

const DAY_MS = 86_400_000;
const MOST_SHOWN = 100;
/** Asked for reasons that no rule changes: two things at one time, or a plan that came out differently. */
const ASKED_WHATEVER_THE_RULES = ['one-thing-at-a-time', 'another-plan'];

type Change = Simulation['changes'][number];
/** One thing that was done or asked, as the rules saw it then. */
type Past = Pick<Change, 'at' | 'runId' | 'stepId' | 'says' | 'was'> & {
  readonly proposal: Proposal;
  readonly automationId: string | null;
  readonly isAskedAnyway: boolean;
  readonly happened: boolean;
};

/** What the tried rules would have made of what was done and asked lately. Reads only. */
export function simulateRules(
  gate: Gate,
  orm: Orm,
  tried: Pick<TriedRules, 'autonomy' | 'firstWeek' | 'limits' | 'days'> & { readonly standing?: Standing | undefined },
  now: string,
): Omit<Simulation, 'added'> {
  const since = new Date(Date.parse(now) - tried.days * DAY_MS).toISOString();
  const past = listPast(orm, since, now);
  const overLimits = listOverLimit(orm, past, tried.limits ?? readLimits(orm).limits);
  const then = circumstancesThen(past, findOwner(orm)?.timeZone ?? 'UTC');
  const changes = past.flatMap((one, at): Change[] => {
    const { automationId } = one;
    const circumstances = then[at] ?? {};
    const word = gate.check(
      orm,
      one.proposal,
      { approved: false, paused: false, now, automationId },
      { ...tried, circumstances },
    );
    const { verdict, because } = overLimits.has(one) ? overLimit(word) : word;
    const would = wouldBe(verdict, one);
    const { at: when, runId, stepId, says, was } = one;
    return isOtherwise(was, would) ? [{ at: when, runId, stepId, says, was, would, because }] : [];
  });
  const count = (would: Change['would']) => changes.filter((change) => change.would === would).length;
  return {
    since,
    looked: past.length,
    askedMore: count('ask'),
    askedLess: count('by-itself'),
    refused: count('refuse'),
    changes: changes.reverse().slice(0, MOST_SHOWN),
  };
}

/** Oldest first. A step that was asked several times counts once, as it was asked last. */
function listPast(orm: Orm, since: string, now: string): Past[] {
  const asked = new Map(listApprovalsSince(orm, since).map((each) => [keyOf(each.runId, each.stepId), each]));
  const calls = listCallsSettledBetween(orm, since, now).filter(({ status }) => status === 'happened');
  const done = new Map(calls.map((call) => [keyOf(call.runId, call.stepId), call]));
  const cards = [...asked].flatMap(([key, approval]) => ofCard(orm, approval, done.has(key)));
  const byItself = [...done]
    .filter(([key]) => !asked.has(key))
    .flatMap(([, { runId, stepId, action, effect, provenance, createdAt }]): Past[] => {
      const step = findStep(orm, runId, stepId);
      if (!step || step.riskLevel === 'L0') return [];
      const sinks = [{ path: '', provenance }];
      const proposal = { ...proposalOfStep(step), action, tier: step.riskLevel, effect, sinks };
      const told = { at: createdAt, runId, stepId, says: step.name, automationId: automationOf(orm, runId) };
      return [{ ...told, was: 'by-itself', proposal, isAskedAnyway: false, happened: true }];
    });
  return [...cards, ...byItself].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function ofCard(orm: Orm, { runId, stepId, card, reason, createdAt }: Approval, happened: boolean): Past[] {
  const step = findStep(orm, runId, stepId);
  if (!step) return [];
  const proposal = proposalOfCard(step, card);
  const isAskedAnyway = reason.some(({ rule }) => ASKED_WHATEVER_THE_RULES.includes(rule));
  const automationId = automationOf(orm, runId);
  const told = { at: createdAt, runId, stepId, says: card.title, automationId };
  return [{ ...told, was: 'asked', proposal, isAskedAnyway, happened }];
}

const automationOf = (orm: Orm, runId: string): string | null => findRun(orm, runId)?.automationId ?? null;

/** Those that would have gone over a limit, each in its place in line: what came before it counts, done or waiting. */
function listOverLimit(orm: Orm, past: readonly Past[], limits: Limits): ReadonlySet<Past> {
  const timeZone = findOwner(orm)?.timeZone ?? 'UTC';
  const inLine = past
    .map((one) => ({ one, place: placeOf(orm, one) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
  const used = new Map<string, number>();
  const over = new Set<Past>();
  for (const one of inLine) {
    const { runId, stepId, at, proposal } = one;
    const claims = limitClaims(proposal.effect, limits, { step: { runId, id: stepId }, now: at, timeZone });
    const isOver = claims.some(({ bucket, amount, limit }) => (used.get(bucket) ?? 0) + amount > limit);
    if (isOver) over.add(one);
    if (isOver && !one.happened) continue;
    for (const { bucket, amount } of claims) used.set(bucket, (used.get(bucket) ?? 0) + amount);
  }
  return over;
}

/** Where a step stood in line for what is scarce; it does not matter for what took nothing. */
const placeOf = (orm: Orm, { runId, stepId }: Past): number =>
  listReservationsOfRun(orm, runId).find((row) => row.stepId === stepId)?.id ?? 0;

const overLimit = (word: Decision): Decision =>
  word.verdict === 'allow'
    ? {
        verdict: 'ask',
        because: [{ rule: 'your-limits', says: t`This would go over one of the limits.` }],
        notify: false,
      }
    : word;

function wouldBe(verdict: Decision['verdict'], { isAskedAnyway }: Past): Change['would'] {
  if (verdict === 'refuse') return 'refuse';
  return verdict === 'ask' || isAskedAnyway ? 'ask' : 'by-itself';
}

const isOtherwise = (was: Change['was'], would: Change['would']): boolean =>
  would === 'refuse' || (was === 'asked') !== (would === 'ask');

const keyOf = (runId: string, stepId: string): string => `${runId} ${stepId}`;
