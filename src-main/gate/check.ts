import { connectorOf } from '#contract/model/action-name.ts';
import type { Autonomy, Decision } from '#contract/model/decision.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { Orm } from '#db/open-database.ts';
import { findOwner, type Person } from '#db/repositories/people.ts';
import { rememberAnswers } from '#main/gate/remember-answers.ts';
import { readAutonomy, readFirstWeek } from '#main/gate/rules-in-force.ts';
import type { PolicyEngine } from '#policies/decide.ts';
import type { Question } from '#policies/facts.ts';

/** Decisions kept, by everything that they were made from. */
const REMEMBERED = 1_000;

/** What is about to be done, as the rules see it. */
export type Proposal = {
  readonly action: string;
  readonly known: boolean;
  readonly tier: RiskTier;
  readonly effect: Effect;
  readonly replanned?: boolean;
  readonly sinks: readonly { path: string; provenance: Provenance }[];
};

export type Gate = {
  /** Decides with the settings as they stand in `orm`, which may be an open transaction; `instead` are others to try. */
  check(
    orm: Orm,
    proposal: Proposal,
    standing: { approved: boolean; paused: boolean; now: string },
    instead?: { readonly autonomy?: Autonomy | undefined; readonly firstWeek?: boolean | undefined },
  ): Decision;
  rules(): PolicyEngine['rules'];
};

/**
 * `loadEngine` is called once, for the first question: reading the rules takes the better part of a start, and the page
 * can be there before anything has to be decided.
 */
export function createGate(loadEngine: () => PolicyEngine): Gate {
  let loaded: PolicyEngine | null = null;
  let owner: Person | undefined;
  const engine = () => {
    loaded ??= loadEngine();
    return loaded;
  };
  const decide = rememberAnswers((question: Question) => engine().decide(question), REMEMBERED);
  return {
    rules: () => engine().rules,
    check(orm, proposal, standing, instead = {}) {
      owner ??= findOwner(orm);
      const firstWeek = owner ? readFirstWeek(orm, owner.createdAt) : null;
      return decide({
        ...proposal,
        connector: connectorOf(proposal.action),
        autonomy: instead.autonomy ?? readAutonomy(orm),
        firstWeek: instead.firstWeek ?? (firstWeek === null || (firstWeek.enabled && standing.now < firstWeek.until)),
        paused: standing.paused,
        role: 'owner',
        approved: standing.approved,
      });
    },
  };
}
