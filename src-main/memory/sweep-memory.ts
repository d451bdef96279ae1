import type { Card } from '#contract/model/card.ts';
import { listApprovalsOfRun, updateApproval } from '#db/repositories/approvals.ts';
import { listOutlived } from '#db/repositories/memory-items.ts';
import { listBeyondUndo, updateToolCall } from '#db/repositories/tool-calls.ts';
import type { Journal, JournalTx } from '#main/events/journal.ts';
import { eraseItem } from '#main/memory/keep-memory.ts';

const FORGET = 'memory.forget';

/** Lets go of what has outlived its time, and of what was only kept so that forgetting could be taken back. */
export function sweepMemory(journal: Journal): Promise<void> {
  const now = journal.now();
  const isNothingDue = listOutlived(journal.orm, now).length === 0 && listBeyondUndo(journal.orm, FORGET, now).length === 0;
  if (isNothingDue) return Promise.resolve();
  return journal.write((tx) => {
    for (const id of listOutlived(tx.orm, tx.now)) eraseItem(tx, id, 'memory', 'expired');
    for (const call of listBeyondUndo(tx.orm, FORGET, tx.now)) {
      updateToolCall(tx, call.id, { before: null });
      blankCards(tx, call);
    }
  });
}

function blankCards(tx: JournalTx, { runId, stepId }: { runId: string; stepId: string }): void {
  for (const { id, stepId: of, card } of listApprovalsOfRun(tx.orm, runId)) {
    if (of === stepId) updateApproval(tx, id, { card: { ...card, differences: [] } satisfies Card });
  }
}
