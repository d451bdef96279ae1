import type { DeadLetter } from '#contract/model/dead-letter.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { findDeadLetter, updateDeadLetter } from '#db/repositories/dead-letters.ts';
import { findRunState } from '#db/repositories/runs.ts';
import { findStep } from '#db/repositories/steps.ts';
import { moveRun } from '#main/events/move-run.ts';
import { moveStep } from '#main/events/move-step.ts';
import { enqueueRun } from '#main/orchestrator/answer-approval.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/** The person says what becomes of a step that could not be done after several tries. The first answer stands. */
export async function answerDeadLetter(
  engine: Engine,
  answer: { id: string; decision: 'replay' | 'discard' },
  actor: string,
): Promise<Refusal | null> {
  return engine.journal.write((tx) => {
    const letter = findDeadLetter(tx.orm, answer.id);
    const step = letter && findStep(tx.orm, letter.runId, letter.stepId);
    if (!letter || !step) return refusals.noSuchLetter;
    const status = wanted[answer.decision];
    if (letter.status === status) return null;
    if (letter.status !== 'waiting') return refusals.answeredOtherwise;
    if (isRunOver(findRunState(tx.orm, letter.runId) ?? 'canceled')) return refusals.runOver;
    updateDeadLetter(tx, letter.id, { status, decidedBy: actor, decidedAt: tx.now });
    const body = { kind: 'dead-letter.answered', deadLetterId: letter.id, status, says: step.name } as const;
    tx.append({ actor, runId: letter.runId, stepId: letter.stepId, body });
    // Its tries start anew, and what it failed with stays in the history.
    if (status === 'replayed') moveStep(tx, step, 'to-be-tried-again', actor, { failure: null, failedTries: 0 });
    else moveStep(tx, step, 'failed', actor, { failure: letter.failure });
    moveRun(tx, letter.runId, 'person-answered', actor);
    enqueueRun(engine, tx, letter.runId);
    return null;
  });
}

const wanted = { replay: 'replayed', discard: 'discarded' } as const satisfies Record<string, DeadLetter['status']>;
