import type { ActionName } from '#contract/model/action-name.ts';
import type { Autonomy } from '#contract/model/autonomy.ts';
import type { Domain } from '#contract/model/domain.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { Role } from '#contract/model/role.ts';
import type { Circumstances } from '#policies/circumstances.ts';

/** All that the rules are told about one thing that is to be done. */
export type Facts = {
  readonly action: ActionName;
  readonly connector: string;
  /** As declared; the effect can raise it. */
  readonly tier: RiskTier;
  readonly effect: Effect;
  /** The part of life that it belongs to. */
  readonly domain: Domain;
  /** How sure the plan is that this is what the person meant, from 0 to 1. */
  readonly confidence: number;
  /** The automation that it is done for; null when a person asked for it themselves. */
  readonly automation: string | null;
  readonly autonomy: Autonomy;
  readonly firstWeek: boolean;
  readonly paused: boolean;
  /** Only tried out: nothing reaches the world. */
  readonly shadow: boolean;
  readonly role: Role;
  /** Whether the action is in the catalogue. What is not counts as L3. */
  readonly known: boolean;
  /** Whether it was planned after something was read. */
  readonly replanned: boolean;
  /** Whether a value that outside text had a part in stood in the plan itself, put there by whoever made it. */
  readonly foreignPlan: boolean;
  /** The values that decide who receives it, what they receive and how much it costs. */
  readonly sinks: readonly { readonly path: string; readonly provenance: Provenance }[];
  /** Only those that a rule in force looks at; what is left out reads as nothing. */
  readonly circumstances: Circumstances;
};

/** The facts, and whether the person has said yes to exactly this. */
export type Question = Facts & { readonly approved: boolean };
