import type { PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { domainsOf } from '#main/planner/domains-in.ts';
import type { PlanAnew } from '#main/planner/planning-for.ts';
import { knownActions, type NewPlanRequest } from '#main/planner/planning-request.ts';
import { UNSURE } from '#main/planner/with-model/is-understood.ts';
import { mayLeaveOpen, withOpen } from '#main/planner/with-model/may-leave-open.ts';
import { findAnswerProblems, toPlan } from '#main/planner/with-model/model-plan.ts';
import { planInput } from '#main/planner/with-model/plan-input.ts';
import { validatePlan } from '#main/planner/with-model/validate-plan.ts';
import { againPrompt, type FindAction, joinPrompts, planInstructions } from '#main/roles/plan-instructions.ts';
import type { Roles } from '#main/roles/roles.ts';

type NewPlannerParts = {
  readonly router: Pick<ModelRouter, 'canAsk'>;
  readonly roles: Roles;
  readonly findAction: FindAction;
  readonly isFrozen: () => boolean;
};

const DEMAND = { complexity: 'complex', latency: 'waiting', risk: 'L2' } as const;
/** So much of what a step found is given on; what is longer is cut. */
const MOST_OF_ONE = 8_000;

const noOtherPlan: PlanningOutcome = { kind: 'answer', reason: 'not-understood', says: '', examples: [] };

/**
 * Plans anew from what was read. Only a model on this computer may see that; where there is none, the plan stays as far
 * as it came, and the person reads why.
 */
export function createNewPlanner({ router, roles, findAction, isFrozen }: NewPlannerParts): PlanAnew {
  return async (request, about) => {
    const { signal } = about;
    const domains = domainsOf(request);
    const catalogue = knownActions(request.catalogue);
    const question = { demand: DEMAND, domains, onlyHere: true };
    if (!(await router.canAsk(question))) return signal.aborted ? null : noOtherPlan;
    const isOpenAllowed = await mayLeaveOpen(router);
    const prompt = joinPrompts(planInstructions(catalogue, domains, findAction), againPrompt);
    const there = request.read.map(({ stepId }) => standing(stepId));
    const given = { catalogue, findAction, mayLeaveOpen: isOpenAllowed, there };
    const answered = await roles.createPlan({
      ...about,
      ...question,
      prompt: withOpen(prompt, isOpenAllowed),
      input: inputOf(request),
      check: (answer) => findAnswerProblems(answer, given),
    });
    if (signal.aborted) return null;
    if (!answered.ok || answered.value.outcome !== 'plan') return noOtherPlan;
    const made = toPlan(answered.value, catalogue, isFrozen() ? UNSURE : 1);
    const isSerious = ({ risk }: PlannedStep) => risk === 'L3';
    const plan = await validatePlan(roles, made, request, { ...about, onlyHere: true, isSerious, unsure: UNSURE });
    return signal.aborted ? null : { kind: 'plan', plan };
  };
}

const inputOf = ({ because, read, taken, ...request }: NewPlanRequest): string =>
  JSON.stringify({
    ...JSON.parse(planInput(request)),
    because,
    taken,
    read: read.map(({ stepId, output }) => ({ stepId, found: JSON.stringify(output).slice(0, MOST_OF_ONE) })),
  });

/** What is done already can be referred to. */
const standing = (id: string): PlannedStep => ({
  id,
  says: 'Done',
  action: 'done.already',
  args: {},
  dependsOn: [],
  risk: 'L0',
});
