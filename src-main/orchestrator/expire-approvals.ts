import { listWaitingUntil } from '#db/repositories/approvals.ts';
import { expireApproval } from '#main/approvals/answer.ts';
import { enqueueRun } from '#main/orchestrator/answer-approval.ts';
import type { Engine } from '#main/orchestrator/engine.ts';

const EVERY_MS = 60_000;

/** Looks every so often until `signal` is aborted; answers with the way to look before it is time. */
export function keepExpiring(engine: Engine, signal: AbortSignal): () => void {
  const look = () => {
    expireApprovals(engine).catch((error: unknown) => engine.log.error({ error }, 'cards could not be expired'));
  };
  const timer = setInterval(look, EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  return look;
}

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
