import type { PlannedStep, PlanningOutcome, Question } from '#contract/model/plan.ts';
import { mergeProvenance } from '#contract/model/provenance.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import { domainsOf } from '#main/planner/domains-in.ts';
import type { PlanningFor } from '#main/planner/planning-for.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { UNSURE } from '#main/planner/with-model/is-understood.ts';
import { planInput } from '#main/planner/with-model/plan-input.ts';
import { validatePlan } from '#main/planner/with-model/validate-plan.ts';
import { findUnfounded } from '#main/roles/find-unfounded.ts';
import {
  checklistTemplate,
  DEMAND_OF_TEXT,
  messageTemplate,
  type Template,
  textTemplate,
} from '#main/roles/generate-artifact.ts';
import type { Roles } from '#main/roles/roles.ts';

/** What can be written for a question, by the end of its id, and which argument of the step it becomes. */
const WRITABLE: Readonly<Record<string, { readonly template: Template<string>; readonly becomes: string }>> = {
  message: { template: messageTemplate, becomes: 'body' },
  text: { template: textTemplate, becomes: 'body' },
  checklist: { template: checklistTemplate, becomes: 'items' },
};
const ASKS_WHAT_TO_SAY = /^(\d+)\.(message|text|checklist)$/;
const NAMES_TOPIC = /(?<![\p{L}])(?:about|regarding|concerning|on the subject of)(?![\p{L}])/iu;
/** One sentence can ask for several emails. */
const MOST_TEXTS = 5;
/** Parts of life in which a wrong word costs more than a moment. */
const WEIGHTY: readonly string[] = ['finance', 'health', 'legal-admin'];

/** Whether what is missing is what a text is to say, and the person said what it is about: one can be proposed. */
export const asksForText = (outcome: PlanningOutcome): boolean => openText(outcome) !== null;

/** The question what a text is to say, and which part of the sentence that text is. */
type OpenText = { readonly question: Question; readonly part: string } & (typeof WRITABLE)[string];

function openText(outcome: PlanningOutcome): OpenText | null {
  if (outcome.kind !== 'question') return null;
  const [, part, what = ''] = ASKS_WHAT_TO_SAY.exec(outcome.question.id) ?? [];
  const writable = WRITABLE[what];
  if (part === undefined || writable === undefined) return null;
  // Of other texts the id of the question says whether anything is known of them.
  if (what === 'message' && !NAMES_TOPIC.test(outcome.question.about)) return null;
  return { question: outcome.question, part, ...writable };
}

type Parts = {
  readonly builtIn: (request: PlanningRequest) => PlanningOutcome;
  readonly router: Pick<ModelRouter, 'canAsk'>;
  readonly roles: Pick<Roles, 'generateArtifact' | 'validateAction'>;
  readonly isFrozen: () => boolean;
  readonly ownTone: () => readonly string[];
};

/**
 * Has each text written of which the person said what it is about and not what it says, and answers with
 * the plan that has it in. What a text claims must be in what the person gave. Where no model can, and where the person
 * stops it, the question stands. Null: it was called off.
 */
export async function writeTexts(
  { builtIn, router, roles, isFrozen, ownTone }: Parts,
  request: PlanningRequest,
  about: PlanningFor,
  own: PlanningOutcome,
): Promise<PlanningOutcome | null> {
  const written = new Map<string, string>();
  let said = request;
  let outcome = own;
  for (let open = openText(own); open !== null && written.size < MOST_TEXTS; open = openText(outcome)) {
    const { question, part, template, becomes } = open;
    // It did not help, so it is asked for.
    if (written.has(part)) break;
    const asked = await prepareText({ router, ownTone }, request, open);
    if (asked === null) break;
    const text = await roles.generateArtifact(template, { ...about, ...asked });
    if (about.signal.aborted) return null;
    if (!text.ok) break;
    said = { ...said, answers: [...said.answers, { questionId: question.id, text: text.value }] };
    written.set(part, becomes);
    outcome = builtIn(said);
  }
  if (outcome.kind !== 'plan') return outcome;
  const surest = isFrozen() ? UNSURE : 1;
  const steps = outcome.plan.steps.map((step) => {
    const place = writtenIn(step, written);
    return place === null ? step : asWritten(step, place, surest);
  });
  const isSerious = (step: PlannedStep) => writtenIn(step, written) !== null && isHighStakes(step, request);
  const plan = await validatePlan(roles, { ...outcome.plan, steps }, request, { ...about, isSerious, unsure: UNSURE });
  return about.signal.aborted ? null : { kind: 'plan', plan };
}

/** What a text is written from, and what it is held against; null where nobody may be asked for it. */
async function prepareText(
  { router, ownTone }: Pick<Parts, 'router' | 'ownTone'>,
  whole: PlanningRequest,
  { question, part }: OpenText,
) {
  // A part that was shortened for the screen is given as a whole.
  const text = question.about.endsWith('…') ? whole.text : question.about;
  // What was answered about another email is none of this one's business.
  const answers = whole.answers.filter(({ questionId }) => questionId.startsWith(`${part}.`));
  const request = { ...whole, text, answers };
  const domains = domainsOf(request);
  if (!(await router.canAsk({ demand: DEMAND_OF_TEXT, domains }))) return null;
  const input = JSON.parse(planInput(request));
  const { sentence, answers: said, remembered } = input;
  const given = JSON.stringify([sentence, said, remembered]);
  const howTheyWrite = ownTone();
  return {
    domains,
    input: JSON.stringify(howTheyWrite.length === 0 ? input : { ...input, howTheyWrite }),
    stepId: null,
    about: question.about,
    check: (draft: string) => findUnfounded(draft, given),
  };
}

/** Steps and questions are named after the part of the sentence that they belong to. */
function writtenIn({ id, args }: PlannedStep, written: ReadonlyMap<string, string>): string | null {
  const becomes = written.get(id.slice(id.lastIndexOf('-') + 1));
  return becomes !== undefined && args !== null && typeof args === 'object' && becomes in args ? `/${becomes}` : null;
}

/** What a model had a part in says so to the rules and on the card. */
function asWritten(step: PlannedStep, place: string, surest: number): PlannedStep {
  const { origins = {}, confidence = 1 } = step;
  const marks = mergeProvenance(origins[place] ?? origins[''] ?? ['person'], ['model']);
  return { ...step, confidence: Math.min(confidence, surest), origins: { ...origins, [place]: marks } };
}

/** What leaves once the person says yes, and what is about money, health or the law. */
const isHighStakes = ({ risk }: PlannedStep, request: PlanningRequest): boolean =>
  risk === 'L2' || risk === 'L3' || domainsOf(request).some((domain) => WEIGHTY.includes(domain));
