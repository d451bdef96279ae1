import { findStep } from '#db/repositories/steps.ts';
import { moveStep } from '#main/events/move-step.ts';
import { enqueueRun } from '#main/orchestrator/answer-approval.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/** Takes back a message that has not left yet. Called off twice is called off once. */
export async function callOff(engine: Engine, runId: string, stepId: string, actor: string): Promise<Refusal | null> {
  return engine.journal.write((tx) => {
    const step = findStep(tx.orm, runId, stepId);
    if (!step) return refusals.noSuchStep;
    if (step.state === 'skipped' && step.waitsFor === 'hold') return null;
    if (step.state !== 'ready' || step.waitsFor !== 'hold') return refusals.hasLeft;
    tx.append({ actor, runId, stepId, body: { kind: 'effect.called-off', action: step.tool, says: step.name } });
    moveStep(tx, step, 'not-to-be-done', actor);
    enqueueRun(engine, tx, runId);
    return null;
  });
}
