import { and, count, eq, getTableColumns, like, sql } from 'drizzle-orm';
import type { StepState, WaitsFor } from '#contract/model/run.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { toolCalls } from '#db/schema/tool-calls.ts';
import { workflowSteps } from '#db/schema/workflow-steps.ts';

export type StepRow = typeof workflowSteps.$inferSelect;

const rows = rowsOf(workflowSteps);
const update = rows.updater(['runId', 'id']);
const updateIn = rows.updater(['runId', 'id', 'state']);

export function insertSteps(tx: Tx, steps: readonly StepRow[]): void {
  for (const step of steps) rows.insert(tx.orm, step);
}

/** A replan replaces every step; nothing of the old plan has run. */
export function removeSteps(tx: Tx, runId: string): void {
  tx.orm.delete(workflowSteps).where(eq(workflowSteps.runId, runId)).run();
}

export const findStep: (orm: Orm, runId: string, id: string) => StepRow | undefined = rows.finder(['runId', 'id']);

export const hasSteps = (orm: Orm, runId: string): boolean => pickId(orm, runId) !== undefined;

const pickId = rows.picker('id', ['runId']);

const listOf = rows.lister(['runId']);

/** In the order of the plan. */
export const listSteps = (orm: Orm, runId: string): StepRow[] =>
  listOf(orm, runId).sort((a, b) => a.position - b.position);

const pickInState = rows.picker('id', ['runId', 'state']);

export const hasStepIn = (orm: Orm, runId: string, state: StepState): boolean =>
  pickInState(orm, runId, state) !== undefined;

/** After a start: what was out when the process ended. Found by its calls, as a step runs for as long as its call is open. */
export function listRunningSteps(orm: Orm): StepRow[] {
  const ofStep = and(eq(toolCalls.runId, workflowSteps.runId), eq(toolCalls.stepId, workflowSteps.id));
  // The status is written out, so that the partial index is used.
  return orm
    .select(getTableColumns(workflowSteps))
    .from(toolCalls)
    .innerJoin(workflowSteps, ofStep)
    .where(and(sql`${toolCalls.status} = 'intended'`, eq(workflowSteps.state, 'running')))
    .all();
}

/** Steps of a connector that are ready but wait for this. */
export function countStepsWaitingFor(orm: Orm, waitsFor: WaitsFor, connector: string): number {
  const isWaiting = and(
    eq(workflowSteps.state, 'ready'),
    eq(workflowSteps.waitsFor, waitsFor),
    like(workflowSteps.tool, `${connector}.%`),
  );
  return orm.select({ n: count() }).from(workflowSteps).where(isWaiting).get()?.n ?? 0;
}

export function updateStep(
  tx: Tx,
  step: { runId: string; id: string },
  change: Partial<StepRow> & { updatedAt: string },
): void {
  update(tx.orm, change, step.runId, step.id);
}

/** Changes a step only if it still is in this state; false when it is not. */
export function updateStepIn(
  tx: Tx,
  step: { runId: string; id: string; state: StepState },
  change: Partial<StepRow> & { updatedAt: string },
): boolean {
  return updateIn(tx.orm, change, step.runId, step.id, step.state) === 1;
}
