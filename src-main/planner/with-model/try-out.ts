import type { ModelName } from '#main/model-router/reliance.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { demandOf } from '#main/planner/with-model/is-understood.ts';
import { findAnswerProblems } from '#main/planner/with-model/model-plan.ts';
import { planInput } from '#main/planner/with-model/plan-input.ts';
import { type FindAction, planInstructions } from '#main/roles/plan-instructions.ts';
import type { Roles } from '#main/roles/roles.ts';
import known from '#resources/prompts/known-questions.json' with { type: 'json' };

const AT = { now: '2026-11-24T10:00:00.000Z', timeZone: 'Europe/Lisbon', locale: 'en-GB', answers: [], memory: [] };

export type TriedOut = { readonly passed: number; readonly of: number };

/**
 * Puts known sentences to one model, also to one that is not relied on, and looks whether it plans the very actions.
 * Nothing is done with the plans, and nothing of the person's is in them.
 */
export async function tryOutModel(
  { createPlan }: Pick<Roles, 'createPlan'>,
  tryOut: ModelName,
  catalogue: PlanningRequest['catalogue'],
  findAction: FindAction,
  signal: AbortSignal,
): Promise<TriedOut> {
  const can = new Set(catalogue.map(({ name }) => name));
  const questions = known.questions.filter(({ does }) => does.every((action) => can.has(action)));
  const prompt = planInstructions(catalogue, [], findAction);
  let passed = 0;
  for (const { says, does } of questions) {
    const request = { ...AT, text: says, catalogue };
    const answer = await createPlan({
      runId: null,
      automationId: null,
      signal,
      demand: demandOf(request),
      domains: [],
      prompt,
      input: planInput(request),
      tryOut,
      check: (made) => findAnswerProblems(made, { catalogue, findAction, mayLeaveOpen: false }),
    });
    const planned = answer.ok ? answer.value.steps.map(({ action }) => action) : [];
    if (planned.join() === does.join()) passed += 1;
  }
  return { passed, of: questions.length };
}
