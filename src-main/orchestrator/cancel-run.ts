import { isStepOver } from '#contract/states/step-state.ts';
import { listApprovalsOfRun } from '#db/repositories/approvals.ts';
import { findWaitingLetter, updateDeadLetter } from '#db/repositories/dead-letters.ts';
import { findRun } from '#db/repositories/runs.ts';
import { listSteps } from '#db/repositories/steps.ts';
import { overtakeApproval } from '#main/approvals/ask.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/**
 * Stops a run for good. What is done stays done (and can be undone); a request that is out is let to
 * end and its outcome written down; nothing else starts. Canceling twice is canceling once.
 */
export async function cancelRun(engine: Engine, runId: string, actor: string): Promise<Refusal | null> {
  return engine.journal.write((tx) => {
    const run = findRun(tx.orm, runId);
    if (!run) return refusals.noSuchRun;
    if (run.state === 'canceled') return null;
    if (!moveRun(tx, runId, 'canceled', actor, { question: null })) return refusals.runOver;
    for (const approval of listApprovalsOfRun(tx.orm, runId)) {
      if (approval.status === 'waiting') overtakeApproval(tx, approval.id);
    }
    for (const step of listSteps(tx.orm, runId)) {
      if (isStepOver(step.state) || step.state === 'running') continue;
      moveStep(tx, step, 'not-to-be-done', actor);
      const letter = findWaitingLetter(tx.orm, runId, step.id);
      if (letter) updateDeadLetter(tx, letter.id, { status: 'discarded', decidedBy: actor, decidedAt: tx.now });
    }
    return null;
  });
}
