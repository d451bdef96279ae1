import { findPlanProblems } from '#contract/model/check-plan.ts';
import type { Plan, PlannedStep } from '#contract/model/plan.ts';
import { isOutside, mergeProvenance } from '#contract/model/provenance.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { listMemoryItems } from '#db/repositories/memory-items.ts';
import { findRun, type RunRow, updateRun } from '#db/repositories/runs.ts';
import { insertSteps, listSteps, type StepRow } from '#db/repositories/steps.ts';
import { overtakeApproval } from '#main/approvals/ask.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import { type Found, wholeProvenance } from '#main/executor/found.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { catalogueOf, stepRows } from '#main/orchestrator/plan-run.ts';
import { verifyOrigins } from '#main/orchestrator/verify-origins.ts';

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
 * the marks of everything that was read. False: there is no need, or nobody can make one.
 */
export async function planAgain(engine: Engine, run: RunRow): Promise<boolean> {
  const { journal, tools } = engine;
  if (!engine.planAnew) return false;
  const steps = listSteps(journal.orm, run.id);
  const stuck = steps.find((step): step is Stuck => isStuck(step) && !isPlannedAnew(step, steps));
  if (!stuck || steps.filter(isStuck).length > MOST_NEW_PLANS) return false;
  const found = collectFound(tools, journal.orm, run.id);
  const plan = makeNewPlan(engine, run, { because: stuck.failure.because, steps, found });
  if (!plan) return false;
  return journal.write((tx) => {
    const state = findRun(tx.orm, run.id)?.state;
    if (state !== 'planning' && state !== 'executing') return false;
    leaveTheRest(tx, run.id);
    const last = Math.max(...steps.map(({ position }) => position));
    const rows = stepRows(plan, run.id, tx.now).map((row) => {
      return { ...row, position: last + 1 + row.position, replanned: true };
    });
    insertSteps(tx, rows);
    updateRun(tx, run.id, { goal: plan.goal, leftOut: [...plan.leftOut], updatedAt: tx.now });
    const said = plan.steps.map(({ id, says }) => ({ id, says }));
    const { because } = stuck.failure;
    tx.append({ actor: 'planner', runId: run.id, body: { kind: 'plan.made', goal: plan.goal, steps: said, because } });
    if (state === 'executing') moveRun(tx, run.id, 'plan-made-anew', 'planner');
    return true;
  });
}

/** Nothing more of the old plan begins, and no card of it can be answered any more. */
function leaveTheRest(tx: JournalTx, runId: string): void {
  for (const { id, status } of listApprovalsOfRun(tx.orm, runId)) if (status === 'waiting') overtakeApproval(tx, id);
  for (const step of listSteps(tx.orm, runId)) {
    if (!isStepOver(step.state) && step.state !== 'running') moveStep(tx, step, 'not-to-be-done', 'planner');
  }
}

type Known = { because: string; steps: readonly StepRow[]; found: ReadonlyMap<string, Found> };

function makeNewPlan(engine: Engine, run: RunRow, { because, steps, found }: Known): Plan | null {
  if (!engine.planAnew) return null;
  const memory = listMemoryItems(engine.journal.orm, 'known');
  const { intent: text, givenAnswers: answers, createdAt: now, timeZone } = run;
  const request = { text, answers, now, timeZone, locale: engine.locale, memory, catalogue: catalogueOf(engine) };
  try {
    const read = [...found].map(([stepId, { output }]) => ({ stepId, output }));
    const made = engine.planAnew({ ...request, because, read, taken: steps.map(({ id }) => id) });
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
    return verifyOrigins(made.plan, { words: [text, ...answers.map((answer) => answer.text)], memory, read: marks });
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
