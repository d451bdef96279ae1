import type { PauseReceipt, PauseScope } from '#contract/model/pause.ts';
import type { Orm } from '#db/open-database.ts';
import { findPause, insertPause, removePause } from '#db/repositories/pauses.ts';
import { findRun, listRunsIn } from '#db/repositories/runs.ts';
import { listCallsIn } from '#db/repositories/tool-calls.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import { type Refusal, refusals } from '#main/orchestrator/refusal.ts';

/**
 * From this commit on no effect is claimed, also after a restart; the claim of each effect reads the
 * pause in its own transaction. What was already out is named in the receipt.
 */
export async function pauseEverything({ journal }: Pick<Engine, 'journal'>, actor: string): Promise<PauseReceipt> {
  await setPause(journal, 'everything', actor);
  return readPauseReceipt(journal.orm);
}

export async function resumeEverything(
  { journal, queue, wakeClock }: Pick<Engine, 'journal' | 'queue' | 'wakeClock'>,
  actor: string,
): Promise<PauseReceipt> {
  await liftPause(journal, 'everything', actor);
  queue.wakeAll();
  wakeClock();
  return readPauseReceipt(journal.orm);
}

/** Holds one run where it is, or lets it go on. */
export async function holdRun(engine: Engine, runId: string, hold: boolean, actor: string): Promise<Refusal | null> {
  if (!findRun(engine.journal.orm, runId)) return refusals.noSuchRun;
  if (hold) await setPause(engine.journal, `run:${runId}`, actor);
  else await liftPause(engine.journal, `run:${runId}`, actor);
  if (!hold) engine.queue.wakeAll();
  return null;
}

export function readPauseReceipt(orm: Orm): PauseReceipt {
  const pause = findPause(orm, 'everything');
  return {
    paused: pause !== undefined,
    since: pause?.since ?? null,
    stopped: pause ? listRunsIn(orm, ['queued', 'planning', 'executing']).map(({ id }) => id) : [],
    stillOut: listCallsIn(orm, 'intended').map(({ runId, stepId }) => ({ runId, stepId })),
  };
}

async function setPause(journal: Journal, scope: PauseScope, actor: string): Promise<void> {
  await journal.write((tx) => {
    if (findPause(tx.orm, scope)) return;
    insertPause(tx, { scope, since: tx.now, by: actor });
    tx.append({ actor, runId: runOf(scope), body: { kind: 'pause.set', scope } });
  });
}

async function liftPause(journal: Journal, scope: PauseScope, actor: string): Promise<void> {
  await journal.write((tx) => {
    if (!findPause(tx.orm, scope)) return;
    removePause(tx, scope);
    tx.append({ actor, runId: runOf(scope), body: { kind: 'pause.lifted', scope } });
  });
}

const runOf = (scope: PauseScope): string | null => (scope.startsWith('run:') ? scope.slice('run:'.length) : null);
