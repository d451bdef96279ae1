import type { PauseReceipt } from '#contract/model/pause.ts';
import type { Orm } from '#db/open-database.ts';
import { findLastPauseReceipt, listReceiptCalls } from '#db/repositories/pause-receipts.ts';
import { findPause, listPauses, readPauseEpoch } from '#db/repositories/pauses.ts';
import { listOpenSuspicions } from '#db/repositories/suspicions.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { whatIsHeld } from '#main/orchestrator/what-is-held.ts';

/** How the pause stands now, with the receipt of the last one that was set; readable at any later time. */
export function readPauseReceipt({ journal: { orm }, tools }: Pick<Engine, 'journal' | 'tools'>): PauseReceipt {
  const everything = findPause(orm, 'everything');
  return {
    paused: everything !== undefined,
    since: everything?.since ?? null,
    epoch: readPauseEpoch(orm),
    ...readLastReceipt(orm),
    pauses: listPauses(orm).map((pause) => ({ ...pause, needsConfirmation: pause.suspicionId !== null })),
    held: whatIsHeld(orm, tools.titleOf),
    suspicions: listOpenSuspicions(orm),
  };
}

/** What was out then is sorted by what is known of it now. */
function readLastReceipt(orm: Orm): Pick<PauseReceipt, 'about' | 'stopped' | 'completed' | 'unknown' | 'stillOut'> {
  const receipt = findLastPauseReceipt(orm);
  if (!receipt) return { about: null, stopped: [], completed: [], unknown: [], stillOut: [] };
  const calls = listReceiptCalls(orm, receipt);
  const ended = calls.filter(({ status }) => status !== 'intended' && status !== 'unknown');
  const { scope, at, liftedAt } = receipt;
  return {
    about: { scope, at, liftedAt },
    stopped: [...receipt.stopped],
    completed: ended.map(({ status, ...step }) => ({ ...step, happened: status !== 'did-not-happen' })),
    unknown: calls.filter(({ status }) => status === 'unknown').map(withoutStatus),
    stillOut: calls.filter(({ status }) => status === 'intended').map(withoutStatus),
  };
}

const withoutStatus = ({ status: _status, ...step }: ReturnType<typeof listReceiptCalls>[number]) => step;
