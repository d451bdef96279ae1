import type { PauseScope } from '#contract/model/pause.ts';
import { insertPauseReceipt, markReceiptsLifted } from '#db/repositories/pause-receipts.ts';
import { findPause, raisePauseEpoch, removePause, savePause } from '#db/repositories/pauses.ts';
import { listStepsAhead } from '#db/repositories/steps-ahead.ts';
import { listCallsIn } from '#db/repositories/tool-calls.ts';
import type { StoppedRun } from '#db/schema/pause-receipts.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { scopesOver } from '#main/gate/pause-target.ts';

type NewPause = { readonly scope: PauseScope; readonly because?: string; readonly suspicionId?: string };

/**
 * Sets a pause, begins a new epoch and keeps the receipt, in this transaction: from its commit on no
 * effect under the scope is claimed. Pausing what is paused changes nothing, except that runs which
 * were let go on meanwhile stand again, and that a suspicion is added to a pause of the person's own.
 */
export function setPause(tx: JournalTx, { scope, because, suspicionId }: NewPause, by: string): void {
  const before = findPause(tx.orm, scope);
  const isNews = !before || before.except.length > 0 || (suspicionId !== undefined && before.suspicionId === null);
  if (!isNews) return;
  const epoch = raisePauseEpoch(tx);
  savePause(tx, {
    scope,
    since: before?.since ?? tx.now,
    by: before?.by ?? by,
    because: because ?? before?.because ?? null,
    suspicionId: suspicionId ?? before?.suspicionId ?? null,
    except: [],
  });
  keepReceipt(tx, scope, epoch);
  const body = { kind: 'pause.set', scope, epoch, ...(because === undefined ? {} : { because }) } as const;
  tx.append({ actor: by, runId: runOf(scope), body });
}

/** Lifts a pause and begins a new epoch. False when it was not on. */
export function liftPause(tx: JournalTx, scope: PauseScope, by: string): boolean {
  if (!findPause(tx.orm, scope)) return false;
  removePause(tx, scope);
  markReceiptsLifted(tx, scope, tx.now);
  tx.append({ actor: by, runId: runOf(scope), body: { kind: 'pause.lifted', scope, epoch: raisePauseEpoch(tx) } });
  return true;
}

/** Lets one run go on although this pause stays. */
export function exceptRun(tx: JournalTx, scope: PauseScope, runId: string, by: string): void {
  const pause = findPause(tx.orm, scope);
  if (!pause || pause.except.includes(runId)) return;
  savePause(tx, { ...pause, except: [...pause.except, runId] });
  const epoch = raisePauseEpoch(tx);
  tx.append({ actor: by, runId, body: { kind: 'pause.lifted', scope: `run:${runId}`, epoch } });
}

/** What was out names itself by its calls, so that their outcome can be added as it arrives. */
function keepReceipt(tx: JournalTx, scope: PauseScope, epoch: number): void {
  const stopped = new Map<string, StoppedRun>();
  for (const ahead of listStepsAhead(tx.orm)) {
    const { runId, stepId, says, intent } = ahead;
    if (stopped.has(runId) || !scopesOver(ahead).includes(scope)) continue;
    stopped.set(runId, { runId, stepId, says: says ?? intent });
  }
  const out = listCallsIn(tx.orm, 'intended').map(({ id }) => id);
  insertPauseReceipt(tx, { epoch, scope, at: tx.now, liftedAt: null, stopped: [...stopped.values()], out });
}

const runOf = (scope: PauseScope): string | null => (scope.startsWith('run:') ? scope.slice('run:'.length) : null);
