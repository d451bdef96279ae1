import type { PlannedStep, PlanningOutcome, Question } from '#contract/model/plan.ts';
import { mergeProvenance } from '#contract/model/provenance.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { domainsIn } from '#main/planner/domains-in.ts';
import type { PlanningFor } from '#main/planner/planning-for.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { findUnfounded } from '#main/planner/with-model/find-unfounded.ts';
import { planInput } from '#main/planner/with-model/plan-prompt.ts';
import global from '#resources/prompts/global.json' with { type: 'json' };
import writer from '#resources/prompts/writer.json' with { type: 'json' };

const ASKS_WHAT_TO_SAY = /^\d+\.message$/;
const NAMES_TOPIC = /(?<![\p{L}])(?:about|regarding|concerning|on the subject of)(?![\p{L}])/iu;
const WRITES = 'drafts.write';

export const DEMAND_OF_TEXT = { complexity: 'text', latency: 'waiting', risk: 'L1' } as const;

/** The question what an email is to say, where the person said what it is about: a text can be proposed. */
export function asksForText(outcome: PlanningOutcome): Question | null {
  if (outcome.kind !== 'question' || !ASKS_WHAT_TO_SAY.test(outcome.question.id)) return null;
  return NAMES_TOPIC.test(outcome.question.about) ? outcome.question : null;
}

export const writerPrompt = {
  name: `writer@${writer.version} global@${global.version}`,
  instructions: [...global.text, '', ...writer.text].join('\n'),
};

/**
 * Has the text of an email written, and answers with the plan that has it in: a draft, which is never sent. What the
 * text claims must be in what the person gave. Null when no model could, and the question stands.
 */
export async function writeMessage(
  parts: {
    readonly builtIn: (request: PlanningRequest) => PlanningOutcome;
    readonly router: Pick<ModelRouter, 'write'>;
  },
  request: PlanningRequest,
  { runId, automationId, signal }: PlanningFor,
  question: Question,
): Promise<PlanningOutcome | null> {
  const { builtIn, router } = parts;
  // A part that was shortened for the screen is given as a whole.
  const text = question.about.endsWith('…') ? request.text : question.about;
  const input = planInput({ ...request, text });
  const { sentence, answers, remembered } = JSON.parse(input);
  const given = JSON.stringify([sentence, answers, remembered]);
  const domains = domainsIn(text);
  const ask = {
    purpose: 'write' as const,
    demand: DEMAND_OF_TEXT,
    domains,
    runId,
    automationId,
    prompt: writerPrompt,
    input,
    signal,
  };
  const written = await router.write(ask, (draft) => findUnfounded(draft, given));
  if (!written.ok) return null;
  const answer = { questionId: question.id, text: written.value.value };
  return asWritten(builtIn({ ...request, answers: [...request.answers, answer] }), question);
}

/** A body that a model had a part in says so to the rules and on the card. */
function asWritten(outcome: PlanningOutcome, { id }: Question): PlanningOutcome {
  if (outcome.kind !== 'plan') return outcome;
  // Steps and questions are named after the part of the sentence that they belong to.
  const ofPart = `-${id.split('.', 1)}`;
  const mark = (step: PlannedStep): PlannedStep =>
    step.action === WRITES && step.id.endsWith(ofPart)
      ? { ...step, origins: { ...step.origins, ...originsOf(step) } }
      : step;
  return { ...outcome, plan: { ...outcome.plan, steps: outcome.plan.steps.map(mark) } };
}

const originsOf = ({ origins = {} }: PlannedStep): NonNullable<PlannedStep['origins']> => ({
  '/body': mergeProvenance(origins['/body'] ?? ['person'], ['model']),
});
