import { saidIn } from '#contract/language/said-in.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { PlanningOutcome } from '#contract/model/plan.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { domainsOf } from '#main/planner/domains-in.ts';
import { findPasted } from '#main/planner/intents/pasted.ts';
import type { MakePlan, PlanningFor } from '#main/planner/planning-for.ts';
import { knownActions, type PlanningRequest } from '#main/planner/planning-request.ts';
import { shortened } from '#main/planner/text/wording.ts';
import { demandOf, isUnderstood, UNSURE } from '#main/planner/with-model/is-understood.ts';
import { mayLeaveOpen, withOpen } from '#main/planner/with-model/may-leave-open.ts';
import { findAnswerProblems, toPlan } from '#main/planner/with-model/model-plan.ts';
import { planInput } from '#main/planner/with-model/plan-input.ts';
import { validatePlan } from '#main/planner/with-model/validate-plan.ts';
import { asksForText, writeTexts } from '#main/planner/with-model/write-texts.ts';
import type { PlanAnswer } from '#main/roles/create-plan.ts';
import { type FindAction, planInstructions } from '#main/roles/plan-instructions.ts';
import type { Roles } from '#main/roles/roles.ts';
import modelWords from '#resources/packs/everyday/models.json' with { type: 'json' };

const words = saidIn(modelWords);

export type PlannerParts = {
  readonly builtIn: (request: PlanningRequest) => PlanningOutcome;
  readonly router: Pick<ModelRouter, 'canAsk'>;
  readonly roles: Roles;
  readonly findAction: FindAction;
  /** While a model is in doubt, nothing that a model planned may be done by itself. */
  readonly isFrozen: () => boolean;
  /** How the person writes, in a few plain phrases. */
  readonly ownTone: () => readonly string[];
};

const MOST_QUESTIONS = 3;

/**
 * What is built in plans first, at once and for nothing. Only a sentence that it does not understand is put to a model,
 * when there is one; of tools that nobody described it hears nothing. What that comes to passes the same checks as any plan. When no model can help, the first word stands.
 */
export function createPlanner({ builtIn, router, roles, findAction, isFrozen, ownTone }: PlannerParts): MakePlan {
  return (request, about) => {
    const own = builtIn(request);
    // Somebody else's pages stand in the text: they are shown to no planner.
    if (findPasted(request.text) !== null) return own;
    if (asksForText(own)) return writeTexts({ builtIn, router, roles, isFrozen, ownTone }, request, about, own);
    return isUnderstood(own) ? own : planWithModel(request, about, own);
  };

  async function planWithModel(
    request: PlanningRequest,
    about: PlanningFor,
    own: PlanningOutcome,
  ): Promise<PlanningOutcome | null> {
    const { signal } = about;
    const catalogue = knownActions(request.catalogue);
    const domains = domainsOf(request);
    const demand = demandOf(request);
    if (!(await router.canAsk({ demand, domains }))) return own;
    const isOpenAllowed = await mayLeaveOpen(router);
    if (signal.aborted) return null;
    const answered = await roles.createPlan({
      ...about,
      demand,
      domains,
      prompt: withOpen(planInstructions(catalogue, domains, findAction), isOpenAllowed),
      input: planInput(request),
      check: (answer) => findAnswerProblems(answer, { catalogue, findAction, mayLeaveOpen: isOpenAllowed }),
    });
    if (signal.aborted) return null;
    if (!answered.ok) return withWhy(own, answered.failure);
    const outcome = outcomeOf(answered.value, request, own);
    if (outcome.kind !== 'plan' || outcome.plan.madeBy !== 'model') return outcome;
    const isSerious = ({ risk }: { readonly risk: string }) => risk === 'L3';
    const plan = await validatePlan(roles, outcome.plan, request, { ...about, isSerious, unsure: UNSURE });
    return signal.aborted ? null : { kind: 'plan', plan };
  }

  function outcomeOf(answer: PlanAnswer, request: PlanningRequest, own: PlanningOutcome): PlanningOutcome {
    switch (answer.outcome) {
      case 'plan':
        return { kind: 'plan', plan: toPlan(answer, request.catalogue, isFrozen() ? UNSURE : 1) };
      case 'question': {
        // Whoever asks on and on does not understand either.
        if (request.answers.length >= MOST_QUESTIONS) return own;
        const says = shortened(answer.says.trim(), 300);
        const choices = answer.choices.slice(0, 5).map((choice) => shortened(choice, 80));
        const id = `model-${request.answers.length + 1}`;
        return { kind: 'question', question: { id, says, about: shortened(request.text), choices } };
      }
      case 'cannot':
        return own;
    }
  }
}

/** What the person can change about it is said with the answer: the budget, the key, or another way to say it. */
function withWhy(own: PlanningOutcome, failure: Failure): PlanningOutcome {
  if (own.kind !== 'answer') return own;
  if (failure.kind === 'refused') return { ...own, says: `${own.says} ${failure.because}` };
  if (failure.kind === 'needs-reconnect')
    return { ...own, says: `${own.says} ${words.keyRefused.replace('{provider}', failure.provider)}` };
  return own;
}
