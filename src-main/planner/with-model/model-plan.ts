import { z } from 'zod';
import { findPlanProblems } from '#contract/model/check-plan.ts';
import { JsonSchema } from '#contract/model/json.ts';
import {
  type ArgTemplate,
  isOpenValue,
  isReference,
  type Plan,
  type PlannedStep,
  StepIdSchema,
} from '#contract/model/plan.ts';
import { highestRisk } from '#contract/model/risk-tier.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { shortened } from '#main/planner/text/wording.ts';
import type { PlanAnswer } from '#main/roles/create-plan.ts';
import type { FindAction } from '#main/roles/plan-instructions.ts';

const MOST_STEPS = 30;

type Catalogue = PlanningRequest['catalogue'];

type Given = {
  readonly catalogue: Catalogue;
  readonly findAction: FindAction;
  /** Whether there is somebody who can fill in what is left open. */
  readonly mayLeaveOpen: boolean;
  /** Steps that are done. */
  readonly there?: readonly PlannedStep[];
};

/** What keeps an answer from being used, one sentence each, so that the model can mend it. */
export function findAnswerProblems(answer: PlanAnswer, given: Given): string[] {
  const { catalogue, there = [] } = given;
  if (answer.outcome === 'cannot') return [];
  if (answer.outcome === 'question') return answer.says.trim() === '' ? ['says must hold the question.'] : [];
  const problems = answer.steps.length === 0 ? ['A plan needs at least one step.'] : [];
  if (answer.steps.length > MOST_STEPS) problems.push(`A plan has at most ${MOST_STEPS} steps.`);
  if (answer.goal.trim() === '') problems.push('goal must say what the plan is for.');
  for (const step of answer.steps) {
    if (!StepIdSchema.safeParse(step.id).success) problems.push(`“${step.id}” is no id: use a-z, 0-9 and hyphens.`);
    if (step.says.trim() === '') problems.push(`The step “${step.id}” must say what it does.`);
    if (!catalogue.some(({ name }) => name === step.action)) problems.push(`There is no action “${step.action}”.`);
    else problems.push(...findArgsProblems(step, given));
  }
  if (problems.length > 0) return problems;
  const plan = toPlan(answer, catalogue, 1);
  return [...findPlanProblems({ ...plan, steps: [...there, ...plan.steps] })];
}

/** Arguments that wait for what is found are checked when that is known; the others now. */
function findArgsProblems(
  { id, action, args, dependsOn }: PlanAnswer['steps'][number],
  { findAction, mayLeaveOpen }: Given,
): string[] {
  const template = readArgs(args);
  if (template === undefined) return [`args of “${id}” must be the JSON text of an object.`];
  if (has(template, isOpenValue)) {
    if (!mayLeaveOpen) return [`Nothing of “${id}” may be left open: nobody could fill it in.`];
    return dependsOn.length > 0 ? [] : [`“${id}” leaves something open but waits for no step that could settle it.`];
  }
  if (has(template, isReference)) return [];
  const parsed = findAction(action)?.input.safeParse(template);
  if (parsed === undefined || parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => `args of “${id}”, ${path.join('.') || 'all'}: ${message}`);
}

function readArgs(text: string): ArgTemplate | undefined {
  try {
    const read = z.record(z.string(), JsonSchema).safeParse(JSON.parse(text));
    return read.success ? (read.data as ArgTemplate) : undefined;
  } catch {
    return undefined;
  }
}

function has(template: ArgTemplate, isSuch: (leaf: ArgTemplate) => boolean): boolean {
  if (template === null || typeof template !== 'object') return false;
  return isSuch(template) || Object.values(template).some((child) => has(child, isSuch));
}

/**
 * The plan of an answer without problems. What a model claims of where its values come from counts for nothing, so it
 * claims nothing; the action's own risk is the least, and no step is surer than `surest`.
 */
export function toPlan(answer: PlanAnswer, catalogue: Catalogue, surest: number): Plan {
  const risks = new Map(catalogue.map(({ name, risk }) => [name, risk]));
  const steps = answer.steps.map(
    ({ id, says, action, args, dependsOn, risk, confidence, domain }): PlannedStep => ({
      id,
      says: shortened(says.trim(), 500),
      action,
      args: readArgs(args) ?? {},
      dependsOn: [...new Set(dependsOn)],
      risk: highestRisk(risks.get(action) ?? 'L3', risk),
      confidence: Math.min(Math.max(confidence, 0), surest),
      domain,
    }),
  );
  const leftOut = answer.leftOut.map(({ text, says }) => ({
    text: shortened(text, 200),
    reason: 'not-understood' as const,
    says: shortened(says, 300),
  }));
  return { goal: shortened(answer.goal.trim(), 1000), madeBy: 'model', steps, leftOut };
}
