import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Orm } from '#db/open-database.ts';
import { workflowRuns } from '#db/schema/workflow-runs.ts';
import { workflowSteps } from '#db/schema/workflow-steps.ts';

/** A run that goes on by itself, joined with each step that it has not begun; one row without a step where there is none. */
export type StepAhead = ReturnType<typeof listStepsAhead>[number];

/** The oldest run first, in each the order of the plan. */
export function listStepsAhead(orm: Orm) {
  return orm
    .select({
      runId: workflowRuns.id,
      intent: workflowRuns.intent,
      automationId: workflowRuns.automationId,
      stepId: workflowSteps.id,
      says: workflowSteps.name,
      action: workflowSteps.tool,
      domain: workflowSteps.domain,
    })
    .from(workflowRuns)
    .leftJoin(
      workflowSteps,
      and(eq(workflowSteps.runId, workflowRuns.id), inArray(workflowSteps.state, ['pending', 'ready'])),
    )
    .where(inArray(workflowRuns.state, ['queued', 'planning', 'executing']))
    .orderBy(asc(workflowRuns.createdAt), asc(workflowRuns.id), asc(workflowSteps.position))
    .all();
}
