import { isStepOver } from '#contract/states/step-state.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { listSteps } from '#db/repositories/steps.ts';
import { moveRun } from '#main/events/move-run.ts';
import { failRun } from '#main/orchestrator/compensate-run.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { isPlannedAnew } from '#main/orchestrator/plan-again.ts';

/** After everything was prepared: the plan waits for the person if a card does, else it starts. */
export async function settlePreparation({ journal }: Engine, runId: string): Promise<void> {
  await journal.write((tx) => {
    const latest = new Map(listApprovalsOfRun(tx.orm, runId).map((approval) => [approval.stepId, approval.status]));
    const statuses = [...latest.values()];
    const waits = statuses.includes('waiting') && !statuses.includes('approved');
    moveRun(tx, runId, waits ? 'plan-needs-person' : 'plan-may-start', 'life-os');
  });
}

/**
 * After everything that could move has moved: over, or waiting for the person again. `held`: it has failed, and what was
 * done is taken back first.
 */
export async function settleExecution(engine: Engine, runId: string): Promise<'moved' | 'held'> {
  return engine.journal.write((tx) => {
    const steps = listSteps(tx.orm, runId);
    const states = steps.filter((step) => !isPlannedAnew(step, steps)).map(({ state }) => state);
    if (!states.every(isStepOver)) {
      if (states.includes('blocked') && !states.includes('ready')) moveRun(tx, runId, 'waits-for-person', 'life-os');
    } else if (states.includes('failed')) return failRun(engine, tx, runId);
    else if (states.includes('succeeded')) moveRun(tx, runId, 'all-steps-ended-well', 'life-os');
    else moveRun(tx, runId, 'canceled', 'life-os');
    return 'moved';
  });
}
