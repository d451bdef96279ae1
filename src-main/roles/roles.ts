import type { Result } from '#contract/model/result.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { createPlan, type PlanAnswer, type PlanContext } from '#main/roles/create-plan.ts';
import { type ArtifactData, generateArtifact, type Template } from '#main/roles/generate-artifact.ts';
import { type ProposedValues, proposeToolCalls, type StepToSettle } from '#main/roles/propose-tool-calls.ts';
import { createTextsUnderWay, type TextsUnderWay } from '#main/roles/texts-under-way.ts';
import { type ActionToValidate, type Verdict, validateAction } from '#main/roles/validate-action.ts';

/**
 * The four things that a model is asked for (section 6.3 of the specification), whoever the provider is. Each answers
 * with a value of a declared shape or a failure, and never throws; a failure means that what is built in has to do. None
 * of them does anything: what comes of an answer is decided by the rules.
 */
export type Roles = {
  /** The planner: a plan of actions that there are, one question, or that it can't be done. */
  createPlan(context: PlanContext): Promise<Result<PlanAnswer>>;
  /** The executor: the values that a plan left open in one step, for that step's own action. */
  proposeToolCalls(step: StepToSettle): Promise<Result<ProposedValues>>;
  /** The writer: a text by a template, which can be watched while it comes, and stopped. */
  generateArtifact<T>(template: Template<T>, data: ArtifactData<T>): Promise<Result<T>>;
  /** The validator: a second look at one step. */
  validateAction(action: ActionToValidate): Promise<Result<Verdict>>;
  /** What the writer is writing at this moment. */
  readonly underWay: TextsUnderWay;
};

export function createRoles(router: Pick<ModelRouter, 'ask' | 'write'>, newId: () => string): Roles {
  const underWay = createTextsUnderWay(newId);
  return {
    underWay,
    createPlan: (context) => createPlan(router, context),
    proposeToolCalls: (step) => proposeToolCalls(router, step),
    generateArtifact: (template, data) => generateArtifact(router, underWay, template, data),
    validateAction: (action) => validateAction(router, action),
  };
}
