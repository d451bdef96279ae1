import { findPlanProblems } from '#contract/model/check-plan.ts';
import type { Plan, PlannedStep } from '#contract/model/plan.ts';
import { isOutside, mergeProvenance } from '#contract/model/provenance.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { listMemoryItems } from '#db/repositories/memory-items.ts';
import { findRun, type RunRow, updateRun } from '#db/repositories/runs.ts';
import { hasStepIn, insertSteps, listSteps, type StepRow } from '#db/repositories/steps.ts';
import { overtakeApproval } from '#main/approvals/ask.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import { type Found, wholeProvenance } from '#main/executor/found.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { askerOf, catalogueOf, stepRows } from '#main/orchestrator/plan-run.ts';
import { verifyOrigins } from '#main/orchestrator/verify-origins.ts';
import { whileWanted } from '#main/orchestrator/while-wanted.ts';
import type { Line } from '#main/queue/worker.ts';

/** More new plans than this for one request lead nowhere. */
const MOST_NEW_PLANS = 3;

/** A step that found out that the plan does not fit what it read. */
type Stuck = StepRow & { readonly failure: { readonly kind: 'needs-another-plan'; readonly because: string } };

const isStuck = (step: StepRow): step is Stuck =>
  step.state === 'failed' && step.failure?.kind === 'needs-another-plan';

/** Whether a new plan stands in place of what this step could not do. */
export const isPlannedAnew = (step: StepRow, steps: readonly StepRow[]): boolean =>
  isStuck(step) && steps.some(({ replanned, position }) => replanned && position > step.position);

/**
 * A step says that other steps are needed. What has not begun of the old plan is left, and a new one is made by
 * whoever may read what was found; the person sees all of it first, and every value of it that is not theirs carries
 * the marks of everything that was read. `none`: there is no need, or nobody can make one. `held`: a pause or the end of
 * the app came first.
 */
export async function planAgain(engine: Engine, run: RunRow, line: Line): Promise<'planned' | 'none' | 'held'> {
  const { journal, tools } = engine;
  if (!hasStepIn(journal.orm, run.id, 'failed')) return 'none';
  const steps = listSteps(journal.orm, run.id);
  const stuck = steps.find((step): step is Stuck => isStuck(step) && !isPlannedAnew(step, steps));
  if (!stuck || steps.filter(isStuck).length > MOST_NEW_PLANS) return 'none';
  const found = collectFound(tools, journal.orm, run.id);
  const { because } = stuck.failure;
  const plan = await whileWanted(engine, run, line, (signal) =>
    makeNewPlan(engine, run, { because, steps, found, signal }),
  );
  if (plan === 'held') return 'held';
  if (plan === null) return 'none';
  return journal.write((tx) => {
    const state = findRun(tx.orm, run.id)?.state;
    if (state !== 'planning' && state !== 'executing') return 'none';
    leaveTheRest(tx, run.id);
    const last = Math.max(...steps.map(({ position }) => position));
    const rows = stepRows(plan, run.id, tx.now, askerOf(tx.orm, run)).map((row) => {
      return { ...row, position: last + 1 + row.position, replanned: true };
    });
    insertSteps(tx, rows);
    updateRun(tx, run.id, { goal: plan.goal, leftOut: [...plan.leftOut], updatedAt: tx.now });
    const said = plan.steps.map(({ id, says }) => ({ id, says }));
    tx.append({ actor: 'planner', runId: run.id, body: { kind: 'plan.made', goal: plan.goal, steps: said, because } });
    if (state === 'executing') moveRun(tx, run.id, 'plan-made-anew', 'planner');
    return 'planned';
  });
}

/** Nothing more of the old plan begins, and no card of it can be answered any more. */
function leaveTheRest(tx: JournalTx, runId: string): void {
  for (const { id, status } of listApprovalsOfRun(tx.orm, runId)) if (status === 'waiting') overtakeApproval(tx, id);
  for (const step of listSteps(tx.orm, runId)) {
    if (!isStepOver(step.state) && step.state !== 'running') moveStep(tx, step, 'not-to-be-done', 'planner');
  }
}

type Known = {
  readonly because: string;
  readonly steps: readonly StepRow[];
  readonly found: ReadonlyMap<string, Found>;
  readonly signal: AbortSignal;
};

async function makeNewPlan(engine: Engine, run: RunRow, known: Known): Promise<Plan | 'held' | null> {
  const { because, steps, found, signal } = known;
  const memory = listMemoryItems(engine.journal.orm, 'known');
  const contacts = engine.tools.people.contacts();
  const { intent: text, givenAnswers: answers, createdAt: now, timeZone } = run;
  const said = { memory, contacts, catalogue: catalogueOf(engine) };
  const request = { text, answers, now, timeZone, locale: engine.locale, ...said };
  try {
    const read = [...found].map(([stepId, { output }]) => ({ stepId, output }));
    const whole = { ...request, because, read, taken: steps.map(({ id }) => id) };
    const made = await engine.planAnew(whole, { runId: run.id, automationId: run.automationId, signal });
    if (made === null) return 'held';
    if (made.kind !== 'plan') return null;
    const problems = findPlanProblems({
      ...made.plan,
      steps: [...steps.filter(isDone).map(asPlanned), ...made.plan.steps],
    });
    const taken = made.plan.steps.filter(({ id }) => steps.some((step) => step.id === id)).map(({ id }) => id);
    if (problems.length > 0 || taken.length > 0) {
      engine.log.error({ problems, taken }, 'the planner made a new plan that is not sound');
      return null;
    }
    const marks = mergeProvenance(...[...found.values()].map(wholeProvenance)).filter(isOutside);
    const words = [text, ...answers.map((answer) => answer.text)];
    return verifyOrigins(made.plan, { words, memory, contacts, read: marks });
  } catch (error) {
    engine.log.error({ error }, 'the planner threw while it made a new plan');
    return null;
  }
}

const isDone = ({ state }: StepRow): boolean => state === 'succeeded';

/** What was done already is there to be referred to. */
const asPlanned = ({ id, name, tool, riskLevel }: StepRow): PlannedStep => {
  return { id, says: name, action: tool, args: {}, dependsOn: [], risk: riskLevel };
};
