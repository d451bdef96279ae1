import type { Approval } from '#contract/model/approval.ts';
import type { KeptChoice } from '#contract/model/conflict.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import { findApproval } from '#db/repositories/approvals.ts';
import { findRun } from '#db/repositories/runs.ts';
import { answerApproval, type NotTaken } from '#main/approvals/answer.ts';
import type { JournalTx } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

export type CardAnswer = {
  id: string;
  decision: 'approve' | 'decline';
  digest?: string;
  notes?: string;
  choice?: KeptChoice;
};

/** Yes or no to one card; what it frees is taken up at once. */
export async function decideApproval(engine: Engine, answer: CardAnswer, actor: string): Promise<Approval | Refusal> {
  return engine.journal.write((tx) => {
    const taken = answerApproval(tx, answer, actor);
    if (typeof taken === 'string') return refusalFor(taken);
    if (taken.changed) enqueueRun(engine, tx, taken.approval.runId);
    return taken.approval;
  });
}

/** One decision over many lines of a plan: all of it in one transaction, or none. */
export async function decidePlan(
  engine: Engine,
  runId: string,
  answers: readonly CardAnswer[],
  actor: string,
): Promise<Refusal | null> {
  const run = findRun(engine.journal.orm, runId);
  if (!run) return refusals.noSuchRun;
  // More lines may come to need an OK, and what was seen was not the plan.
  if (run.state === 'planning') return refusals.stillPrepared;
  const isOfRun = ({ id }: CardAnswer) => findApproval(engine.journal.orm, id)?.runId === runId;
  if (!answers.every(isOfRun)) return refusals.noSuchApproval;
  // A plan of which nothing has to be asked goes on with the same word.
  return decideTogether(engine, answers, actor, (tx) => enqueueRun(engine, tx, runId));
}

/** Many cards, of any plans: all of them in one transaction, or none. What can't be taken as it was seen refuses all. */
export async function decideTogether(
  engine: Engine,
  answers: readonly CardAnswer[],
  actor: string,
  also: (tx: JournalTx) => void = () => undefined,
): Promise<Refusal | null> {
  const none = new Error('One of the answers could not be taken, so none was.');
  let refusal: Refusal | null = null;
  try {
    await engine.journal.write((tx) => {
      for (const answer of answers) {
        const taken = answerApproval(tx, answer, actor);
        if (typeof taken === 'string') {
          refusal = refusalFor(taken);
          throw none;
        }
        if (taken.changed) enqueueRun(engine, tx, taken.approval.runId);
      }
      also(tx);
    });
  } catch (error) {
    if (error !== none) throw error;
  }
  return refusal;
}

export function enqueueRun(engine: Engine, tx: JournalTx, runId: string): void {
  const run = findRun(tx.orm, runId);
  if (run) engine.queue.enqueue(tx, run);
}

function refusalFor(why: NotTaken): Refusal {
  switch (why) {
    case 'unknown':
      return refusals.noSuchApproval;
    case 'answered-otherwise':
      return refusals.answeredOtherwise;
    case 'overtaken':
      return refusals.cardOvertaken;
    case 'expired':
      return refusals.cardExpired;
    case 'another-card':
      return refusals.anotherCard;
    case 'needs-a-choice':
      return refusals.choiceNeeded;
  }
  return assertNever(why);
}
