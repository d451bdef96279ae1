import { and, asc, eq } from 'drizzle-orm';
import type { StepState } from '#contract/model/run.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { workflowSteps } from '#db/schema/workflow-steps.ts';

export type StepRow = typeof workflowSteps.$inferSelect;

export function insertSteps(tx: Tx, steps: readonly StepRow[]): void {
  for (const step of steps) tx.orm.insert(workflowSteps).values(step).run();
}

/** A replan replaces every step; nothing of the old plan has run. */
export function removeSteps(tx: Tx, runId: string): void {
  tx.orm.delete(workflowSteps).where(eq(workflowSteps.runId, runId)).run();
}

export function findStep(orm: Orm, runId: string, id: string): StepRow | undefined {
  return orm
    .select()
    .from(workflowSteps)
    .where(and(eq(workflowSteps.runId, runId), eq(workflowSteps.id, id)))
    .get();
}

/** In the order of the plan. */
export function listSteps(orm: Orm, runId: string): StepRow[] {
  return orm
    .select()
    .from(workflowSteps)
    .where(eq(workflowSteps.runId, runId))
    .orderBy(asc(workflowSteps.position))
    .all();
}

export function listStepsIn(orm: Orm, state: StepState): StepRow[] {
  return orm.select().from(workflowSteps).where(eq(workflowSteps.state, state)).all();
}

export function updateStep(
  tx: Tx,
  step: { runId: string; id: string },
  change: Partial<StepRow> & { updatedAt: string },
): void {
  tx.orm
    .update(workflowSteps)
    .set(change)
    .where(and(eq(workflowSteps.runId, step.runId), eq(workflowSteps.id, step.id)))
    .run();
}
