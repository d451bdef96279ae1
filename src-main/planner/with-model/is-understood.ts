import type { PlanningOutcome } from '#contract/model/plan.ts';
import type { Demand } from '#main/model-router/choose-profile.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';

/** As the rules have it: a step that is less sure is asked. */
const SURE_ENOUGH = 0.6;
/** Below that: every change is put before the person. */
export const UNSURE = 0.5;
const MANY_WORDS = 25;

/** Whether what is built in knows what is wanted: also when it knows that it can't be done, or asks back. */
export function isUnderstood(outcome: PlanningOutcome): boolean {
  switch (outcome.kind) {
    case 'question':
      return true;
    case 'answer':
      return outcome.reason !== 'not-understood';
    case 'plan':
      return (
        outcome.plan.leftOut.every(({ reason }) => reason !== 'not-understood') &&
        outcome.plan.steps.every(({ confidence = 1 }) => confidence >= SURE_ENOUGH)
      );
  }
}

/** A long sentence has several things in it that hang together. */
export function demandOf({ text }: PlanningRequest): Demand {
  const words = text.split(/\s+/).length;
  return { complexity: words >= MANY_WORDS ? 'complex' : 'simple', latency: 'waiting', risk: 'L2' };
}
