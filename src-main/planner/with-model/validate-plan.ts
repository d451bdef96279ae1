import type { LeftOut, Plan, PlannedStep } from '#contract/model/plan.ts';
import { domainsIn } from '#main/planner/domains-in.ts';
import type { PlanningFor } from '#main/planner/planning-for.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { shortened } from '#main/planner/text/wording.ts';
import type { Roles } from '#main/roles/roles.ts';

const MOST_DOUBTS = 3;

type LookedAtFor = PlanningFor & {
  /** There are words of others in the plan, which stay on this computer. */
  readonly onlyHere?: boolean;
  /** Which steps are looked at again. */
  isSerious(step: PlannedStep): boolean;
  /** How sure a step counts where nobody can look. */
  readonly unsure: number;
};

/**
 * Looks a second time at what is serious in a plan that a model had a part in, before the person sees a card of it. A
 * step is no surer than the second look is, and its doubts are said with the plan. Where nobody can look, it counts as
 * unsure.
 */
export async function validatePlan(
  { validateAction }: Pick<Roles, 'validateAction'>,
  plan: Plan,
  { text, answers }: PlanningRequest,
  { isSerious, unsure, onlyHere = false, ...about }: LookedAtFor,
): Promise<Plan> {
  const said = [text, ...answers.map((answer) => answer.text)];

  async function lookAgain(step: PlannedStep): Promise<{ step: PlannedStep; doubts: readonly LeftOut[] }> {
    const domains = domainsIn([...said, step.says].join('\n'));
    const verdict = await validateAction({ ...about, said, step, domains, onlyHere });
    const { confidence, doubts } = verdict.ok ? verdict.value : { confidence: unsure, doubts: [] };
    const surest = Math.max(0, Math.min(step.confidence ?? 1, confidence));
    return {
      step: { ...step, confidence: surest },
      doubts: doubts.slice(0, MOST_DOUBTS).map((doubt) => ({
        text: shortened(step.says),
        reason: 'not-understood',
        says: shortened(doubt.trim(), 300),
      })),
    };
  }

  const looked = await Promise.all(
    plan.steps.map(async (step) => (isSerious(step) ? lookAgain(step) : { step, doubts: [] })),
  );
  const steps = looked.map(({ step }) => step);
  return { ...plan, steps, leftOut: [...plan.leftOut, ...looked.flatMap(({ doubts }) => doubts)] };
}
