import type { PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { domainsOf } from '#main/planner/domains-in.ts';
import type { PlanAnew } from '#main/planner/planning-for.ts';
import { knownActions, type NewPlanRequest } from '#main/planner/planning-request.ts';
import { UNSURE } from '#main/planner/with-model/is-understood.ts';
import {
  findAnswerProblems,
  type ModelAnswer,
  ModelAnswerSchema,
  toPlan,
} from '#main/planner/with-model/model-plan.ts';
import { type FindAction, planInput, planInstructions } from '#main/planner/with-model/plan-prompt.ts';
import { validatePlan } from '#main/planner/with-model/validate-step.ts';
import again from '#resources/prompts/planner-again.json' with { type: 'json' };

type NewPlannerParts = {
  readonly router: Pick<ModelRouter, 'canAsk' | 'ask'>;
  readonly findAction: FindAction;
  readonly isFrozen: () => boolean;
};

const DEMAND = { complexity: 'complex', latency: 'waiting', risk: 'L2' } as const;
/** So much of what a step found is given on; what is longer is cut. */
const MOST_OF_ONE = 8_000;

/** What is said beside the prompt for planning. */
export const againPrompt = { name: `again@${again.version}`, instructions: again.text.join('\n') };

const noOtherPlan: PlanningOutcome = { kind: 'answer', reason: 'not-understood', says: '', examples: [] };

/**
 * Plans anew from what was read. Only a model on this computer may see that; where there is none, the plan stays as far
 * as it came, and the person reads why.
 */
export function createNewPlanner({ router, findAction, isFrozen }: NewPlannerParts): PlanAnew {
  return async (request, { runId, automationId, signal }) => {
    const domains = domainsOf(request);
    const { name, instructions } = planInstructions(knownActions(request.catalogue), domains, findAction);
    const ask = {
      purpose: 'plan',
      demand: DEMAND,
      domains,
      onlyHere: true,
      runId,
      automationId,
      prompt: {
        name: `${againPrompt.name} ${name}`,
        instructions: `${instructions}\n\n${againPrompt.instructions}`,
      },
      input: inputOf(request),
      signal,
    } as const;
    if (!(await router.canAsk(ask))) return signal.aborted ? null : noOtherPlan;
    const there = request.read.map(({ stepId }) => standing(stepId));
    const check = (answer: ModelAnswer) =>
      findAnswerProblems(answer, knownActions(request.catalogue), findAction, there);
    const answered = await router.ask(ask, { name: 'plan', schema: ModelAnswerSchema, check });
    if (signal.aborted) return null;
    if (!answered.ok || answered.value.value.outcome !== 'plan') return noOtherPlan;
    const made = toPlan(answered.value.value, knownActions(request.catalogue), isFrozen() ? UNSURE : 1);
    const about = { runId, automationId, signal, onlyHere: true };
    const plan = await validatePlan(router, made, request, about, UNSURE);
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
