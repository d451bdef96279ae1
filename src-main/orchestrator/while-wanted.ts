import { findRun, type RunRow } from '#db/repositories/runs.ts';
import { findPauseOverRun } from '#main/gate/find-pause.ts';
import type { Engine } from '#main/orchestrator/engine.ts';
import type { Line } from '#main/queue/worker.ts';

/** Whether a plan that takes its time is still wanted is looked at this often. */
const LOOKS_AGAIN_MS = 200;

/** The signal is aborted as soon as the run is not where it was any more, a pause holds it, or the app ends. */
export async function whileWanted<T>(
  { journal }: Engine,
  run: RunRow,
  line: Line,
  plan: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const unwanted = new AbortController();
  const isHeld = () => line.isClosing() || findPauseOverRun(journal.orm, run) !== undefined;
  if (isHeld()) unwanted.abort();
  const looking = setInterval(() => {
    if (isHeld() || findRun(journal.orm, run.id)?.state !== run.state) unwanted.abort();
  }, LOOKS_AGAIN_MS);
  try {
    return await plan(unwanted.signal);
  } finally {
    clearInterval(looking);
  }
}
