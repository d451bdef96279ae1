import { listWaitingUntil } from '#db/repositories/approvals.ts';
import { expireApproval } from '#main/approvals/answer.ts';
import { enqueueRun } from '#main/orchestrator/answer-approval.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

/** Ends the cards that nobody answered in time. */
export async function expireApprovals(engine: Engine): Promise<void> {
  if (listWaitingUntil(engine.journal.orm, engine.journal.now()).length === 0) return;
  await engine.journal.write((tx) => {
    for (const approval of listWaitingUntil(tx.orm, tx.now)) {
      expireApproval(tx, approval);
      enqueueRun(engine, tx, approval.runId);
    }
  });
}
