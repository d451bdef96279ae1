import type { ActionName } from '#contract/model/action-name.ts';
import type { Autonomy } from '#contract/model/decision.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Provenance } from '#contract/model/provenance.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';

/** All that the rules are told about one thing that is to be done. */
export type Facts = {
  readonly action: ActionName;
  readonly connector: string;
  /** As declared; the effect can raise it. */
  readonly tier: RiskTier;
  readonly effect: Effect;
  readonly autonomy: Autonomy;
  readonly firstWeek: boolean;
  readonly paused: boolean;
  readonly role: 'owner' | 'delegate' | 'viewer';
  /** Whether the action is in the catalogue. What is not counts as L3. */
  readonly known: boolean;
  /** Whether it was planned after something was read; no when absent. */
  readonly replanned?: boolean;
  /** The values that decide who receives it, what they receive and how much it costs. */
  readonly sinks: readonly { readonly path: string; readonly provenance: Provenance }[];
};

/** The facts, and whether the person has said yes to exactly this. */
export type Question = Facts & { readonly approved: boolean };
