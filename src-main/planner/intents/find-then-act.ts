import type { ActionName } from '#contract/model/action-name.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Reference, StepId } from '#contract/model/plan.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading, StepDraft } from '#main/planner/intents/intent.ts';
import { stepId } from '#main/planner/intents/step-id.ts';

export type FindThenAct = {
  /** What the person calls the thing. */
  readonly what: string;
  readonly find: { readonly action: ActionName; readonly args: JsonObject; readonly says: string };
  readonly act: {
    readonly verb: string;
    readonly action: ActionName;
    readonly says: string;
    /** Where the found thing's id stands, and the argument that takes it. */
    readonly takes: Readonly<Record<string, string>>;
    readonly args?: JsonObject;
  };
  readonly goal: string;
};

/** A step that looks for a thing, and one that acts on what was found. */
export function findThenAct(goal: Goal, { what, find, act, goal: says }: FindThenAct): Reading {
  const looking: StepDraft = { id: stepId(goal, 'find', what), ...find, dependsOn: [] };
  const acting: StepDraft = {
    id: stepId(goal, act.verb, what),
    says: act.says,
    action: act.action,
    args: { ...references(looking.id, act.takes), ...act.args },
    dependsOn: [looking.id],
  };
  return { kind: 'steps', steps: [looking, acting], goal: says };
}

const references = (from: StepId, takes: Readonly<Record<string, string>>): Record<string, Reference> =>
  Object.fromEntries(Object.entries(takes).map(([field, path]) => [field, { from, path }]));

/** One step that only looks, or that needs nothing found first. */
export function oneStep(
  goal: Goal,
  verb: string,
  what: string,
  step: Pick<StepDraft, 'says' | 'action' | 'args'>,
  says: string,
): Reading {
  return { kind: 'steps', steps: [{ id: stepId(goal, verb, what), ...step, dependsOn: [] }], goal: says };
}
