import type { ActionName } from '#contract/model/action-name.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { Json } from '#contract/model/json.ts';
import type { MemoryItem } from '#contract/model/memory-item.ts';
import type { StepId } from '#contract/model/plan.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';
import type { ToolInPlan } from '#contract/model/tool-server.ts';

/** All that planning looks at. Nothing that anybody else wrote is among it. */
export type PlanningRequest = {
  readonly text: string;
  /** Answers to earlier questions about this text, oldest first. */
  readonly answers: readonly { readonly questionId: string; readonly text: string }[];
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly locale: string;
  readonly memory: readonly MemoryItem[];
  /** Whoever is in the person's contacts; nobody when not said. */
  readonly contacts?: readonly SavedPerson[];
  /** The actions of the connectors that are switched on. */
  readonly catalogue: readonly Planable[];
};

/** An action that a plan can be made of; `tool` for one of another program. */
export type Planable = {
  readonly name: ActionName;
  readonly title: string;
  readonly risk: RiskTier;
  readonly tool?: ToolInPlan;
};

/** Of tools that nobody described, no model hears: their names are all that is known of them. */
export const knownActions = (catalogue: readonly Planable[]): readonly Planable[] =>
  catalogue.filter(({ tool }) => tool === undefined || tool.isKnown);

/** What a new plan is made from, in place of one that did not fit. `read` may have been written by anybody. */
export type NewPlanRequest = PlanningRequest & {
  readonly because: string;
  readonly read: readonly { readonly stepId: StepId; readonly output: Json }[];
  /** Ids that stand already. */
  readonly taken: readonly StepId[];
};
