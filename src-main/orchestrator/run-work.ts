import type { StepId } from '#contract/model/plan.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import type { Orm } from '#db/open-database.ts';
import { findStep, listSteps, type StepRow } from '#db/repositories/steps.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveStep, moveToldStep } from '#main/events/move-step.ts';
import { collectFound } from '#main/executor/collect-found.ts';
import type { Found } from '#main/executor/found.ts';
import type { ToolBox } from '#main/executor/tool-box.ts';

/**
 * A run's steps while it is being worked on, so that each transition reads what it needs and not the whole run. The
 * database stays the truth: after anything that somebody else may have changed, it is loaded anew.
 */
export type RunWork = {
  readonly steps: Map<StepId, StepRow>;
  readonly dependents: ReadonlyMap<StepId, readonly StepId[]>;
  /** What the steps have found so far. */
  readonly found: Map<StepId, Found>;
};

export function loadWork(tools: ToolBox, orm: Orm, runId: string): RunWork {
  const rows = listSteps(orm, runId);
  const dependents = new Map<StepId, StepId[]>(rows.map(({ id }) => [id, []]));
  for (const { id, dependsOn } of rows) for (const needed of dependsOn) dependents.get(needed)?.push(id);
  // A plan of which nothing was done yet has found nothing.
  const found = rows.some(({ attempt }) => attempt > 0) ? collectFound(tools, orm, runId) : new Map<StepId, Found>();
  return { steps: new Map(rows.map((row) => [row.id, row])), dependents, found };
}

/** Takes over how a step stands after it was written. */
export function reread(work: RunWork, orm: Orm, runId: string, id: StepId): StepRow | undefined {
  const row = findStep(orm, runId, id);
  if (row) work.steps.set(id, row);
  return row;
}

/** What a pending step is now: ready once all that it needs succeeded, skipped when it can never start. */
export function freed(tx: JournalTx, work: RunWork, step: StepRow): StepRow {
  if (step.state !== 'pending') return step;
  const needed = step.dependsOn.map((id) => work.steps.get(id)).filter((each) => each !== undefined);
  if (needed.every(({ state }) => state === 'succeeded')) {
    return moveToldStep(tx, step, 'dependencies-met') ?? step;
  }
  const isLost = needed.some(({ state }) => isStepOver(state) && state !== 'succeeded');
  if (!isLost || !moveStep(tx, step, 'not-to-be-done', 'life-os')) return step;
  return { ...step, state: 'skipped' };
}
