import { z } from 'zod';
import type { LeftOut, Plan, PlannedStep } from '#contract/model/plan.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { domainsIn } from '#main/planner/domains-in.ts';
import type { PlanningFor } from '#main/planner/planning-for.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { shortened } from '#main/planner/text/wording.ts';
import global from '#resources/prompts/global.json' with { type: 'json' };
import validator from '#resources/prompts/validator.json' with { type: 'json' };

const VerdictSchema = z.strictObject({ confidence: z.number(), doubts: z.array(z.string()) });

export const validatorPrompt = {
  name: `validator@${validator.version} global@${global.version}`,
  instructions: [...global.text, '', ...validator.text].join('\n'),
};

const MOST_DOUBTS = 3;

/** `onlyHere`: there are words of others in the plan, which stay on this computer. */
type LookedAtFor = PlanningFor & { readonly onlyHere?: boolean };

/**
 * Looks a second time at what is serious in a plan that a model made, before the person sees a card of it. A step is no
 * surer than the second look is, and its doubts are said with the plan. Where nobody can look, it counts as unsure.
 */
export async function validatePlan(
  router: Pick<ModelRouter, 'ask'>,
  plan: Plan,
  request: PlanningRequest,
  about: LookedAtFor,
  unsure: number,
): Promise<Plan> {
  const looked = await Promise.all(
    plan.steps.map(async (step) =>
      step.risk === 'L3' ? validateStep(router, step, request, about, unsure) : { step, doubts: [] },
    ),
  );
  const steps = looked.map(({ step }) => step);
  return { ...plan, steps, leftOut: [...plan.leftOut, ...looked.flatMap(({ doubts }) => doubts)] };
}

async function validateStep(
  router: Pick<ModelRouter, 'ask'>,
  step: PlannedStep,
  { text, answers }: PlanningRequest,
  { runId, automationId, signal, onlyHere = false }: LookedAtFor,
  unsure: number,
): Promise<{ step: PlannedStep; doubts: readonly LeftOut[] }> {
  const { says, action, args } = step;
  const said = [text, ...answers.map((answer) => answer.text)];
  const verdict = await router.ask(
    {
      purpose: 'validate',
      demand: { complexity: 'simple', latency: 'waiting', risk: 'L3' },
      domains: domainsIn([...said, says].join('\n')),
      onlyHere,
      runId,
      automationId,
      prompt: validatorPrompt,
      input: JSON.stringify({ said, step: { says, action, args } }),
      signal,
    },
    { name: 'verdict', schema: VerdictSchema },
  );
  const { confidence, doubts } = verdict.ok ? verdict.value.value : { confidence: unsure, doubts: [] };
  const surest = Math.max(0, Math.min(step.confidence ?? 1, confidence));
  return {
    step: { ...step, confidence: surest },
    doubts: doubts.slice(0, MOST_DOUBTS).map((doubt) => ({
      text: shortened(says),
      reason: 'not-understood',
      says: shortened(doubt.trim(), 300),
    })),
  };
}
