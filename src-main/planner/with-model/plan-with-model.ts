import type { Failure } from '#contract/model/failure.ts';
import type { PlanningOutcome, Question } from '#contract/model/plan.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { domainsIn, domainsOf } from '#main/planner/domains-in.ts';
import { findPosting } from '#main/planner/intents/cv/cut-posting.ts';
import type { MakePlan, PlanningFor } from '#main/planner/planning-for.ts';
import { knownActions, type PlanningRequest } from '#main/planner/planning-request.ts';
import { shortened } from '#main/planner/text/wording.ts';
import { demandOf, isUnderstood, UNSURE } from '#main/planner/with-model/is-understood.ts';
import {
  findAnswerProblems,
  type ModelAnswer,
  ModelAnswerSchema,
  toPlan,
} from '#main/planner/with-model/model-plan.ts';
import { type FindAction, planInput, planInstructions } from '#main/planner/with-model/plan-prompt.ts';
import { validatePlan } from '#main/planner/with-model/validate-step.ts';
import { asksForText, DEMAND_OF_TEXT, writeMessage } from '#main/planner/with-model/write-message.ts';
import words from '#resources/packs/everyday/models.json' with { type: 'json' };

export type PlannerParts = {
  readonly builtIn: (request: PlanningRequest) => PlanningOutcome;
  readonly router: Pick<ModelRouter, 'canAsk' | 'ask' | 'write'>;
  readonly findAction: FindAction;
  /** While a model is in doubt, nothing that a model planned may be done by itself. */
  readonly isFrozen: () => boolean;
};

const MOST_QUESTIONS = 3;

/**
 * What is built in plans first, at once and for nothing. Only a sentence that it does not understand is put to a model,
 * when there is one; of tools that nobody described it hears nothing. What that comes to passes the same checks as any plan. When no model can help, the first word stands.
 */
export function createPlanner({ builtIn, router, findAction, isFrozen }: PlannerParts): MakePlan {
  return (request, about) => {
    const own = builtIn(request);
    // Somebody else's pages stand in the text: they are shown to no planner.
    if (findPosting(request.text) !== null) return own;
    const question = asksForText(own);
    if (question !== null) return withText(request, about, own, question);
    return isUnderstood(own) ? own : planWithModel(request, about, own);
  };

  async function withText(
    request: PlanningRequest,
    about: PlanningFor,
    own: PlanningOutcome,
    question: Question,
  ): Promise<PlanningOutcome | null> {
    if (!(await router.canAsk({ demand: DEMAND_OF_TEXT, domains: domainsIn(question.about) }))) return own;
    if (about.signal.aborted) return null;
    const written = await writeMessage({ builtIn, router }, request, about, question);
    return about.signal.aborted ? null : (written ?? own);
  }

  async function planWithModel(
    request: PlanningRequest,
    { runId, automationId, signal }: PlanningFor,
    own: PlanningOutcome,
  ): Promise<PlanningOutcome | null> {
    const catalogue = knownActions(request.catalogue);
    const domains = domainsOf(request);
    const demand = demandOf(request);
    if (!(await router.canAsk({ demand, domains }))) return own;
    if (signal.aborted) return null;
    const prompt = planInstructions(catalogue, domains, findAction);
    const check = (answer: ModelAnswer) => findAnswerProblems(answer, catalogue, findAction);
    const answered = await router.ask(
      { purpose: 'plan', demand, domains, runId, automationId, prompt, input: planInput(request), signal },
      { name: 'plan', schema: ModelAnswerSchema, check },
    );
    if (signal.aborted) return null;
    if (!answered.ok) return withWhy(own, answered.failure);
    const outcome = outcomeOf(answered.value.value, request, own);
    if (outcome.kind !== 'plan' || outcome.plan.madeBy !== 'model') return outcome;
    const plan = await validatePlan(router, outcome.plan, request, { runId, automationId, signal }, UNSURE);
    return signal.aborted ? null : { kind: 'plan', plan };
  }

  function outcomeOf(answer: ModelAnswer, request: PlanningRequest, own: PlanningOutcome): PlanningOutcome {
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
