import { isRunOver } from '#contract/states/run-state.ts';
import { isStepOver } from '#contract/states/step-state.ts';
import { findRun } from '#db/repositories/runs.ts';
import { listSteps } from '#db/repositories/steps.ts';
import { overtakeApproval } from '#main/approvals/ask.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { readDependence } from '#main/orchestrator/undo-order.ts';

/** What has not begun yet and builds on something that is taken back is left out: there is no ground for it any more. */
export function leaveOutBuiltOn(
  engine: Engine,
  tx: JournalTx,
  { runId, stepId }: { runId: string; stepId: string },
  actor: string,
): void {
  const run = findRun(tx.orm, runId);
  if (!run || isRunOver(run.state)) return;
  const steps = listSteps(tx.orm, runId);
  const builtOn = readDependence(steps).builtOn(stepId);
  const left = steps.filter((step) => builtOn.has(step.id) && !isStepOver(step.state) && step.state !== 'running');
  if (left.length === 0) return;
  for (const step of left) {
    if (step.state === 'blocked' && step.approvalId !== null) overtakeApproval(tx, step.approvalId);
    moveStep(tx, step, 'not-to-be-done', actor);
  }
  // Where the run waited for one of these alone, nobody is left to wait for.
  moveRun(tx, runId, 'person-answered', actor);
  engine.queue.enqueue(tx, run);
}
