import { findRun } from '#db/repositories/runs.ts';
import { removeSteps } from '#db/repositories/steps.ts';
import { moveRun } from '#main/events/move-run.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/** The answer is read together with the sentence, and the plan is made from both. */
export async function answerQuestion(
  engine: Engine,
  answer: { runId: string; questionId: string; text: string },
  actor: string,
): Promise<Refusal | null> {
  return engine.journal.write((tx) => {
    const run = findRun(tx.orm, answer.runId);
    if (!run) return refusals.noSuchRun;
    if (run.question?.id !== answer.questionId) return refusals.noQuestion;
    const { questionId, text } = answer;
    const given = { question: null, givenAnswers: [...run.givenAnswers, { questionId, text }] };
    if (!moveRun(tx, run.id, 'question-answered', actor, given)) return refusals.noQuestion;
    removeSteps(tx, run.id);
    tx.append({ actor, runId: run.id, body: { kind: 'question.answered', text } });
    engine.queue.enqueue(tx, run);
    return null;
  });
}
