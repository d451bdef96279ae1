import { sayAll } from '#contract/language/intl.ts';
import type { MemoryItem } from '#contract/model/memory-item.ts';
import type { LeftOut, PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import { domainOf } from '#main/planner/domain-of.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { splitGoals, wholeText } from '#main/planner/goals/split-goals.ts';
import { ifFails } from '#main/planner/if-fails.ts';
import { inConnectedAccount, speakable } from '#main/planner/in-connected-account.ts';
import type { Answer, Reading } from '#main/planner/intents/intent.ts';
import { personIn } from '#main/planner/intents/memory/read-fact.ts';
import { readPasted } from '#main/planner/intents/pasted.ts';
import type { Fact, NewEvent, Setting } from '#main/planner/intents/setting.ts';
import { readToolUse } from '#main/planner/intents/tools/read-tool-use.ts';
import { peopleToWriteTo } from '#main/planner/people-to-write-to.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { hearAnswer } from '#main/planner/questions/hear-answer.ts';
import { isTakenBack, takenBack } from '#main/planner/questions/take-back.ts';
import { readGoal } from '#main/planner/read-goal.ts';
import { honestReply } from '#main/planner/replies/honest-reply.ts';
import { copy } from '#main/planner/text/copy.ts';
import { readableText } from '#main/planner/text/readable-text.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { capitalised, shortened } from '#main/planner/text/wording.ts';
import { readClock } from '#main/planner/time/clock.ts';
import { isToRepeat, setUpAsAutomation } from '#main/planner/unattended/is-to-repeat.ts';

export type { PlanningRequest } from '#main/planner/planning-request.ts';

const MOST_GOALS = 50;
const MOST_NAMED = 3;
const tooMany = sentence(copy.honest.tooMany, 'most');
const more = sentence(copy.goal.more, 'count');

type Read = { readonly goal: Goal; readonly reading: Reading };

/** Turns a sentence into a plan, one question, or an honest answer. Pure: the same request gives the same outcome. */
export function makePlan(request: PlanningRequest): PlanningOutcome {
  const setting = settingOf(request);
  const text = readableText(request.text);
  const asTool = readToolUse(text, setting);
  if (asTool !== null) return outcomeOf([{ goal: wholeText(text), reading: asTool }], request);
  const pasted = readPasted(text, setting);
  const goals = splitGoals(pasted === null ? text : pasted.before, setting.clock);
  if (pasted !== null && goals.length <= MOST_GOALS) {
    return outcomeOf([...readAll(goals, setting), pasted.read(goals.length + 1)], request);
  }
  if (goals.length === 0) return withoutGoal(text, setting);
  if (goals.length > MOST_GOALS) return honest('refused', tooMany({ most: String(MOST_GOALS) }));
  return outcomeOf(readAll(goals, setting), request);
}

function outcomeOf(read: readonly Read[], request: PlanningRequest): PlanningOutcome {
  const question = read.find(({ reading }) => reading.kind === 'ask')?.reading;
  if (question?.kind === 'ask') return { kind: 'question', question: question.question };
  return joinReadings(read, request);
}

function settingOf(request: PlanningRequest): Setting {
  const { now, timeZone, locale, answers, memory, catalogue, contacts = [] } = request;
  const facts = memory.flatMap(factOf);
  return {
    clock: readClock(request),
    view: { now, timeZone, locale },
    people: [...peopleToWriteTo(memory, contacts), ...facts.flatMap((fact) => personIn(fact) ?? [])],
    facts,
    contacts,
    answers: answers.map(({ questionId, text }) => ({ questionId, text: hearAnswer(questionId, readableText(text)) })),
    actions: speakable(catalogue.map(({ name }) => name)),
    // What does the same for a Google account takes no files.
    takesFiles: ['mail.send', 'files.move'].every((wanted) => catalogue.some(({ name }) => name === wanted)),
    newEvent: null,
    tools: catalogue.flatMap(({ name, tool }) => (tool ? [{ ...tool, action: name }] : [])),
  };
}

function factOf(item: MemoryItem): readonly Fact[] {
  if (item.kind === 'person') return [];
  return [
    { id: item.id, text: item.text, mark: item.learnt.by === 'outside' ? `outside:memory/${item.id}` : 'memory' },
  ];
}

/** “Hello” and the like say nothing that could be done. */
function withoutGoal(text: string, setting: Setting): PlanningOutcome {
  const goal = wholeText(text);
  const reply = goal.tokens.length === 0 ? null : honestReply(goal, setting);
  return reply === null ? honest('not-understood', copy.honest.empty) : answered(reply);
}

/** Reads the goals in order, since a reminder may be about the event before it. */
function readAll(goals: readonly Goal[], setting: Setting): readonly Read[] {
  let newEvent: NewEvent | null = null;
  return goals.map((goal) => {
    const reading = isTakenBack(goal, setting) ? takenBack : readGoal(goal, { ...setting, newEvent });
    if (reading.kind === 'steps' && reading.newEvent !== undefined) newEvent = reading.newEvent;
    return { goal, reading: isToRepeat(goal, reading) ? setUpAsAutomation : reading };
  });
}

function joinReadings(read: readonly Read[], { catalogue }: PlanningRequest): PlanningOutcome {
  const planned = read.flatMap(({ goal: { about }, reading }) =>
    reading.kind === 'steps' ? [{ ...reading, about }] : [],
  );
  const [first] = read;
  if (planned.length === 0) {
    const worst =
      read.find(({ reading }) => reading.kind === 'cannot' && reading.answer.reason !== 'conversation') ?? first;
    return worst?.reading.kind === 'cannot'
      ? answered(worst.reading.answer)
      : honest('not-understood', copy.honest.notUnderstood);
  }
  const risks = new Map(catalogue.map(({ name, risk }) => [name, risk]));
  const steps = planned
    .flatMap(({ steps, about }) => steps.map((step) => ({ step, about })))
    .map(({ step, about }): PlannedStep => {
      const action = inConnectedAccount(step.action, (name) => risks.has(name));
      const risk = risks.get(action) ?? 'L3';
      return { ...step, action, says: shortened(step.says, 500), risk, domain: domainOf(step, about) };
    });
  const leftOut = read.flatMap(leftOutOf);
  return {
    kind: 'plan',
    plan: {
      goal: goalLine(planned.map(({ goal }) => goal)),
      madeBy: 'built-in',
      steps,
      leftOut,
      ...(ifFails(steps) === 'undo' ? { ifFails: 'undo' } : {}),
    },
  };
}

const answered = ({ reason, says, examples }: Answer): PlanningOutcome => ({ kind: 'answer', reason, says, examples });

function leftOutOf({ goal, reading }: Read): readonly LeftOut[] {
  if (reading.kind === 'steps') return reading.leftOut ?? [];
  if (reading.kind !== 'cannot' || reading.answer.reason === 'conversation') return [];
  const { reason, says, ofPart } = reading.answer;
  return [{ text: shortened(goal.about), reason, says: ofPart ?? says }];
}

/** “Put “Dentist” in your calendar, remind you: “Pay the rent” and draft an email to Ana”. */
function goalLine(goals: readonly string[]): string {
  const rest = goals.length - MOST_NAMED + 1;
  const shown = goals.length > MOST_NAMED ? [...goals.slice(0, MOST_NAMED - 1), more({ count: String(rest) })] : goals;
  return shortened(capitalised(sayAll(shown)), 1000);
}

const honest = (reason: 'refused' | 'not-understood', says: string): PlanningOutcome => ({
  kind: 'answer',
  reason,
  says,
  examples: copy.examples.start,
});
