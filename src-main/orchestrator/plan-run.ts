import { findPlanProblems } from '#contract/model/check-plan.ts';
import type { Happening } from '#contract/model/happening.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Plan, PlanningOutcome } from '#contract/model/plan.ts';
import { mergeProvenance, type Provenance } from '#contract/model/provenance.ts';
import { highestRisk } from '#contract/model/risk-tier.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import type { Orm } from '#db/open-database.ts';
import { findAutomation } from '#db/repositories/automations.ts';
import { listEventsOfRun } from '#db/repositories/events.ts';
import { findRun, type RunRow, updateRun } from '#db/repositories/runs.ts';
import { insertSteps, type StepRow } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveRun } from '#main/events/move-run.ts';
import { outsideMarksOf, wordsOfOthers } from '#main/executor/collect-found.ts';
import { inferPeople } from '#main/memory/infer-people.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { memoryFor } from '#main/orchestrator/memory-for.ts';
import { noteMemoryUses } from '#main/orchestrator/note-memory-uses.ts';
import { verifyOrigins } from '#main/orchestrator/verify-origins.ts';
import { whileWanted } from '#main/orchestrator/while-wanted.ts';
import type { PlanningFor } from '#main/planner/planning-for.ts';
import type { PlanningRequest } from '#main/planner/planning-request.ts';
import { copy } from '#main/planner/text/copy.ts';
import { fillBlanks } from '#main/planner/unattended/fill-blanks.ts';
import { shapeOf } from '#main/planner/unattended/plan-shape.ts';
import type { Line } from '#main/queue/worker.ts';

/**
 * Turns the sentence into a plan, one question, or an honest answer, and writes it down. `held`: a pause or the end of
 * the app came first; nothing is written, and the plan is made when the run is taken up again.
 */
export async function planRun(engine: Engine, run: RunRow, line: Line): Promise<'planned' | 'held'> {
  const request = { text: run.intent, answers: run.givenAnswers, now: run.createdAt, timeZone: run.timeZone };
  const outcome = await whileWanted(engine, run, line, (signal) =>
    makeSoundPlan(engine, request, { runId: run.id, automationId: run.automationId, signal }),
  );
  if (outcome === null) return findRun(engine.journal.orm, run.id)?.state === 'planning' ? 'held' : 'planned';
  await engine.journal.write((tx) => keepOutcome(engine, tx, run, outcome));
  return 'planned';
}

function keepOutcome(engine: Engine, tx: JournalTx, run: RunRow, outcome: PlanningOutcome): void {
  // It may have been canceled meanwhile.
  if (findRun(tx.orm, run.id)?.state !== 'planning') return;
  switch (outcome.kind) {
    case 'plan':
      keepPlan(engine, tx, run, outcome.plan);
      return;
    case 'question': {
      const { question } = outcome;
      if (!moveRun(tx, run.id, 'plan-needs-person', 'planner', { question })) return;
      tx.append({ actor: 'planner', runId: run.id, body: { kind: 'question.asked', question } });
      return;
    }
    case 'answer': {
      const { kind: _kind, ...rest } = outcome;
      const answer = { ...rest, examples: [...rest.examples] };
      const signal = answer.reason === 'conversation' ? 'answered-without-plan' : 'planning-failed';
      if (!moveRun(tx, run.id, signal, 'planner', { answer })) return;
      tx.append({ actor: 'planner', runId: run.id, body: { kind: 'plan.answered', answer } });
      return;
    }
  }
  assertNever(outcome);
}

/**
 * A plan that is not sound is not shown: what the person reads then is that it did not work out. Null when it was
 * called off by the signal.
 */
export async function makeSoundPlan(
  engine: Engine,
  request: Pick<PlanningRequest, 'text' | 'answers' | 'now' | 'timeZone'>,
  about: PlanningFor,
): Promise<PlanningOutcome | null> {
  const { log, tools } = engine;
  try {
    await tools.people.refresh();
    const memory = await memoryFor(engine, request);
    const contacts = tools.people.contacts();
    const whole = { ...request, locale: engine.locale, memory, contacts, catalogue: catalogueOf(engine) };
    const made = await engine.makePlan(whole, about);
    const outcome = made?.kind === 'plan' ? { ...made, plan: withOrigins(engine, made.plan, whole) } : made;
    const problems = outcome?.kind === 'plan' ? findPlanProblems(outcome.plan) : [];
    if (problems.length === 0) return outcome;
    log.error({ problems }, 'the planner made a plan that is not sound');
  } catch (error) {
    log.error({ error }, 'the planner threw');
  }
  return { kind: 'answer', reason: 'not-understood', says: copy.planningBroke, examples: [] };
}

/** Who made it is what the app was put together with, or our own planner's mark: never what a model says of its plan. */
function withOrigins(
  { plansAreMadeBy }: Engine,
  plan: Plan,
  { text, answers, memory, contacts }: PlanningRequest,
): Plan {
  const maker = plansAreMadeBy === 'as-marked' ? plan.madeBy : plansAreMadeBy;
  if (maker === 'built-in') return { ...plan, madeBy: 'built-in' };
  return verifyOrigins(plan, { words: [text, ...answers.map((answer) => answer.text)], memory, contacts, read: [] });
}

function fillWith(engine: Engine, plan: Plan, { connector, itemId, fields }: Happening): Plan {
  return fillBlanks(plan, fields, provenanceOf(engine, connector, itemId, fields));
}

/**
 * Where the words of a happening come from: what lives on this computer is the person's own, but for words of others
 * that were put there.
 */
export function provenanceOf(
  { tools, journal }: Pick<Engine, 'tools' | 'journal'>,
  connector: string,
  itemId: string,
  fields: Happening['fields'],
): Provenance {
  const marks = outsideMarksOf(tools, connector, itemId);
  if (marks.length > 0) return marks;
  return mergeProvenance(['person'], wordsOfOthers(tools, journal.orm, connector, fields));
}

/** What a plan may be made of: the actions of every connector that the person lets be used, as far as they allowed it. */
export const catalogueOf = ({ journal, tools }: Engine): PlanningRequest['catalogue'] =>
  tools.connectors
    .filter(({ provider }) => tools.isConnected(journal.orm, provider))
    .flatMap(({ actions }) => actions.filter(({ name }) => tools.isAllowed(name)))
    .map(({ name, title, risk, tool }) => ({ name, title, risk, ...(tool && { tool }) }));

/**
 * The steps of a plan as they are kept, none of them started. `asker`: whose words the plan was made from; what those
 * named in the person's memory was chosen by them too.
 */
export function stepRows(plan: Plan, runId: string, now: Instant, asker: Provenance = ['person']): StepRow[] {
  const literal: Provenance = plan.madeBy === 'built-in' ? ['person'] : ['model'];
  return plan.steps.map(
    (step, position): StepRow => ({
      runId,
      id: step.id,
      position,
      name: step.says,
      dependsOn: [...step.dependsOn],
      state: 'pending',
      attempt: 0,
      tool: step.action,
      args: step.args,
      origins: saidBy(asker, { '': literal, ...step.origins }),
      condition: step.when ?? null,
      domain: step.domain ?? null,
      confidence: step.confidence ?? 1,
      riskLevel: step.risk,
      decision: null,
      approvalId: null,
      resultRef: null,
      failure: null,
      waitUntil: null,
      waitsFor: null,
      failedTries: 0,
      replanned: false,
      updatedAt: now,
    }),
  );
}

/** In a program's request nothing is the person's own word. */
function saidBy(asker: Provenance, origins: Readonly<Record<string, Provenance>>): Record<string, Provenance> {
  if (asker.includes('person')) return { ...origins };
  const without = (marks: Provenance) => marks.filter((mark) => mark !== 'person');
  return Object.fromEntries(Object.entries(origins).map(([at, marks]) => [at, mergeProvenance(without(marks), asker)]));
}

/** Whose words a run was asked for in: the person's, or those of a program by the name of its key. */
export function askerOf(orm: Orm, run: Pick<RunRow, 'id' | 'role'>): Provenance {
  if (run.role !== 'program') return ['person'];
  const name = listEventsOfRun(orm, run.id)[0]?.actor.replace(/^key:/, '').slice(0, 100) || 'another program';
  return [`outside:program/${name}`];
}

/** What a happening told is put into the blanks of a plan that stands; one that strayed is kept as such. */
function keepPlan(engine: Engine, tx: JournalTx, run: RunRow, plan: Plan): void {
  const filled = run.happening ? fillWith(engine, plan, run.happening) : plan;
  insertSteps(tx, stepRows(filled, run.id, tx.now, askerOf(tx.orm, run)));
  noteMemoryUses(tx, run, plan);
  if (run.automationId === null && !run.shadow && run.role === 'owner') inferPeople(tx, run);
  const automation = run.automationId === null ? undefined : findAutomation(tx.orm, run.automationId);
  const strayed = automation !== undefined && automation.shape !== shapeOf(plan);
  const riskLevel = highestRisk('L0', ...plan.steps.map(({ risk }) => risk));
  updateRun(tx, run.id, {
    goal: plan.goal,
    riskLevel,
    leftOut: [...plan.leftOut],
    strayed,
    ifFails: plan.ifFails ?? 'leave',
    updatedAt: tx.now,
  });
  const said = plan.steps.map(({ id, says }) => ({ id, says }));
  tx.append({ actor: 'planner', runId: run.id, body: { kind: 'plan.made', goal: plan.goal, steps: said } });
}
