import { connectorOf } from '#contract/model/action-name.ts';
import type { Autonomy } from '#contract/model/autonomy.ts';
import type { Decision } from '#contract/model/decision.ts';
import type { Domain } from '#contract/model/domain.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { Role } from '#contract/model/role.ts';
import type { Orm } from '#db/open-database.ts';
import { findOwner, type Person } from '#db/repositories/people.ts';
import { circumstancesNow } from '#main/gate/circumstances-now.ts';
import { createEngineInForce, type Standing } from '#main/gate/engine-in-force.ts';
import { readAutonomy, readFirstWeek, readHoldSeconds } from '#main/gate/rules-in-force.ts';
import type { Circumstances } from '#policies/circumstances.ts';

/** What is about to be done, as the rules see it. */
export type Proposal = {
  readonly step: { readonly runId: string; readonly id: string };
  readonly action: string;
  readonly known: boolean;
  readonly tier: RiskTier;
  readonly effect: Effect;
  readonly domain: Domain;
  readonly confidence: number;
  /** It was planned after something was read. */
  readonly replanned: boolean;
  /** A value that outside text had a part in stood in the plan itself. */
  readonly foreignPlan: boolean;
  readonly sinks: readonly { path: string; provenance: Provenance }[];
};

/** Under what it is to be done. */
export type CheckedUnder = {
  readonly approved: boolean;
  readonly paused: boolean;
  readonly now: string;
  /** Absent: a person asked for it, in earnest. */
  readonly automationId?: string | null;
  readonly shadow?: boolean;
  /** Of who asked for it; the owner's when not said. */
  readonly role?: Role;
};

/** Other rules and another time to try it under; what is left out is as it stands. */
export type Instead = {
  readonly autonomy?: Autonomy | undefined;
  readonly firstWeek?: boolean | undefined;
  readonly standing?: Standing | undefined;
  readonly circumstances?: Circumstances | undefined;
};

export type Gate = {
  /** Decides with the settings as they stand in `orm`, which may be an open transaction. */
  check(orm: Orm, proposal: Proposal, under: CheckedUnder, instead?: Instead): Decision;
  /** The rules in force, and which of the person's own can't be read. */
  inForce(orm: Orm, now: string): Standing;
};

/**
 * The rules are read for the first question: that takes the better part of a start, and the page can be there before
 * anything has to be decided.
 */
export function createGate(): Gate {
  const inForce = createEngineInForce();
  let owner: Person | undefined;
  return {
    inForce,
    check(
      orm,
      { step, ...proposal },
      { approved, paused, now, automationId = null, shadow = false, role = 'owner' },
      instead = {},
    ) {
      owner ??= findOwner(orm);
      const firstWeek = owner ? readFirstWeek(orm, owner.createdAt) : null;
      const standing = instead.standing ?? inForce(orm, now);
      const at = { now, timeZone: owner?.timeZone ?? 'UTC' };
      const circumstances =
        instead.circumstances ?? circumstancesNow(orm, standing.engine.reads, { ...proposal, step }, at);
      return standing.decide({
        ...proposal,
        effect: withHold(orm, proposal.effect),
        connector: connectorOf(proposal.action),
        automation: automationId,
        autonomy: instead.autonomy ?? readAutonomy(orm),
        firstWeek: instead.firstWeek ?? (firstWeek === null || (firstWeek.enabled && now < firstWeek.until)),
        paused,
        shadow,
        role,
        circumstances,
        approved,
      });
    },
  };
}

/** Shorter than this nobody calls off what they see leaving. */
const A_WAY_BACK_SECONDS = 10;

/** A message that waits before it leaves can be taken back for that while, also one that can't be once it has left. */
function withHold(orm: Orm, effect: Effect): Effect {
  const isFinal = effect.kind === 'message' && effect.reversible === 'no';
  return isFinal && readHoldSeconds(orm) >= A_WAY_BACK_SECONDS ? { ...effect, reversible: 'until' } : effect;
}
