import type { ActionName } from '#contract/model/action-name.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { MemoryItem } from '#contract/model/memory-item.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';

/** All that planning looks at. Nothing that anybody else wrote is among it. */
export type PlanningRequest = {
  readonly text: string;
  /** Answers to earlier questions about this text, oldest first. */
  readonly answers: readonly { readonly questionId: string; readonly text: string }[];
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly locale: string;
  readonly memory: readonly MemoryItem[];
  /** The actions of the connectors that are switched on. */
  readonly catalogue: readonly { readonly name: ActionName; readonly title: string; readonly risk: RiskTier }[];
};
