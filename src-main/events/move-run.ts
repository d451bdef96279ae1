import { nextRunState, type RunSignal } from '#contract/states/run-state.ts';
import { findRun, type RunRow, updateRun } from '#db/repositories/runs.ts';
import type { JournalTx } from '#main/events/journal.ts';

/**
 * Moves a run by a signal and writes the event, reading its state afresh in this transaction. False
 * when the signal means nothing any more (it was canceled meanwhile, say): then nothing is written.
 */
export function moveRun(
  tx: JournalTx,
  runId: string,
  signal: RunSignal,
  actor: string,
  change: Partial<RunRow> = {},
): boolean {
  const run = findRun(tx.orm, runId);
  const to = run && nextRunState(run.state, signal);
  if (!run || !to) return false;
  updateRun(tx, runId, { ...change, state: to, updatedAt: tx.now });
  const body = { kind: 'run.changed', from: run.state, to, ...(run.shadow && { shadow: true as const }) } as const;
  tx.append({ actor, runId, body });
  return true;
}
