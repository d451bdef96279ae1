import type { StepId } from '#contract/model/plan.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { slug } from '#main/planner/text/wording.ts';

/** `put-dentist-1`: what is done, to what, for which goal, so that no two steps are called the same. */
export function stepId(goal: Goal, verb: string, what: string): StepId {
  return [verb, slug(what, 32), String(goal.number)].filter((part) => part !== '').join('-');
}
