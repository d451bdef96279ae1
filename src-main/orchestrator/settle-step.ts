import { isRunOver } from '#contract/states/run-state.ts';
import { findRun } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { findLatestCall, updateToolCall } from '#db/repositories/tool-calls.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';
import { enqueueRun } from '#main/orchestrator/answer-approval.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/** The person says what became of a step whose outcome nobody could know. */
export async function settleStep(
  engine: Engine,
  said: { runId: string; stepId: string; outcome: 'it-happened' | 'do-it-again' | 'leave-it' },
  actor: string,
): Promise<Refusal | null> {
  return engine.journal.write((tx) => {
    const step = findStep(tx.orm, said.runId, said.stepId);
    if (!step) return refusals.noSuchStep;
    const call = findLatestCall(tx.orm, said.runId, said.stepId);
    if (call?.status !== 'unknown') return refusals.nothingToSettle;
    const run = findRun(tx.orm, said.runId);
    if (said.outcome === 'do-it-again' && (!run || isRunOver(run.state))) return refusals.runOver;
    const happened = said.outcome === 'it-happened';
    updateToolCall(tx, call.id, { status: happened ? 'happened' : 'did-not-happen', settledAt: tx.now });
    const body = { kind: 'effect.settled', toolCallId: call.id, happened, says: step.name } as const;
    tx.append({ actor, runId: step.runId, stepId: step.id, body });
    switch (said.outcome) {
      case 'it-happened':
        moveStep(tx, step, 'person-settled', actor, { resultRef: call.id, failure: null });
        break;
      case 'do-it-again':
        moveStep(tx, step, 'person-approved', actor, { failure: null });
        break;
      case 'leave-it':
        moveStep(tx, step, 'not-to-be-done', actor);
        break;
    }
    moveRun(tx, step.runId, 'person-answered', actor);
    enqueueRun(engine, tx, step.runId);
    return null;
  });
}
