import { z } from 'zod';
import type { Card } from '#contract/model/card.ts';
import type { Instant } from '#contract/model/instant.ts';
import { listApprovalsOfRun, updateApproval } from '#db/repositories/approvals.ts';
import { listOutlived, noteErasure } from '#db/repositories/memory-items.ts';
import { listStillHolding, updateToolCall } from '#db/repositories/tool-calls.ts';
import type { Journal, JournalTx } from '#main/events/journal.ts';
import { eraseItem } from '#main/memory/keep-memory.ts';
import { WAY_BACK_DAYS } from '#main/memory/way-back-days.ts';
import type { Log } from '#main/seams.ts';

const FORGET = 'memory.forget';
const ForgottenSchema = z.object({ id: z.string() });

const EVERY_MS = 15 * 60_000;

/** Sweeps at once, and every so often until `signal` is aborted. */
export function keepSwept(journal: Journal, log: Log, signal: AbortSignal): void {
  const sweep = () => {
    sweepMemory(journal).catch((error: unknown) => log.error({ error }, 'what outlived its time could not be let go'));
  };
  sweep();
  const timer = setInterval(sweep, EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** Lets go of what has outlived its time, and of what was only kept so that forgetting could be taken back. */
export function sweepMemory(journal: Journal): Promise<void> {
  const now = journal.now();
  const { orm } = journal;
  if (listOutlived(orm, now).length === 0 && listStillHolding(orm, FORGET, wayBackFrom(now)).length === 0) {
    return Promise.resolve();
  }
  return journal.write((tx) => {
    for (const id of listOutlived(tx.orm, tx.now)) eraseItem(tx, id, 'memory', 'expired');
    for (const call of listStillHolding(tx.orm, FORGET, wayBackFrom(tx.now))) {
      updateToolCall(tx, call.id, { before: null, undoUntil: tx.now });
      noteErasure(tx, ForgottenSchema.parse(call.args).id, tx.now);
      blankCards(tx, call);
    }
  });
}

const wayBackFrom = (now: Instant): Instant => new Date(Date.parse(now) - WAY_BACK_DAYS * 86_400_000).toISOString();

function blankCards(tx: JournalTx, { runId, stepId }: { runId: string; stepId: string }): void {
  for (const { id, stepId: of, card } of listApprovalsOfRun(tx.orm, runId)) {
    if (of === stepId) updateApproval(tx, id, { card: { ...card, differences: [] } satisfies Card });
  }
}
