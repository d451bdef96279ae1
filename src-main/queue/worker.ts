import PQueue from 'p-queue';
import type { Priority } from '#contract/model/task.ts';
import { insertQueueItem, listQueueItems, removeQueueItem } from '#db/repositories/queue-items.ts';
import type { Journal, JournalTx } from '#main/events/journal.ts';
import type { Log } from '#main/seams.ts';

/**
 * `idle`: it stands still until somebody acts. `held`: a pause holds it; its place in the queue stays.
 * Meanwhile `nextCall` answers with a promise for the next time that the run is put in line again.
 */
export type Advance = (runId: string, nextCall: () => Promise<void>) => Promise<'idle' | 'held'>;

export type Queue = {
  /** Puts a run in line, durably, and wakes the worker once the transaction is on disk. */
  enqueue(tx: JournalTx, run: { id: string; priority: Priority }): void;
  /** Takes up everything that is in line: after a start or when a pause is lifted. */
  wakeAll(): void;
  /** Takes nothing up any more and waits for what is under way. */
  stop(): Promise<void>;
};

/** A run that is being advanced: whether it was put in line again meanwhile, and how to tell it so. */
type Active = { again: boolean; call(): void };

const RUNS_AT_ONCE = 16;
const RANK: Record<Priority, number> = { low: 0, normal: 1, high: 2 };

/** A run is advanced by one worker at a time; what arrives meanwhile makes it look once more. */
export function createQueue(parts: { journal: Journal; log: Log; advance: Advance }): Queue {
  const { journal, log, advance } = parts;
  const lanes = new PQueue({ concurrency: RUNS_AT_ONCE });
  const active = new Map<string, Active>();
  let stopped = false;

  function wake(runId: string, priority: number): void {
    if (stopped) return;
    const running = active.get(runId);
    if (running) {
      running.again = true;
      running.call();
      return;
    }
    active.set(runId, { again: false, call: () => {} });
    void lanes.add(() => work(runId), { priority });
  }

  async function work(runId: string): Promise<void> {
    const mine = active.get(runId) ?? { again: false, call: () => {} };
    const nextCall = () => new Promise<void>((resolve) => (mine.call = resolve));
    const leaveLine = (tx: JournalTx) => {
      if (!mine.again) removeQueueItem(tx, runId);
    };
    try {
      do {
        mine.again = false;
        const outcome = await advance(runId, nextCall);
        if (outcome === 'idle') await journal.write(leaveLine);
      } while (mine.again && !stopped);
    } catch (error) {
      log.error({ runId, error }, 'a run could not be advanced; it is taken up again at the next start');
    } finally {
      active.delete(runId);
      if (mine.again) wake(runId, RANK.normal);
    }
  }

  return {
    enqueue(tx, run) {
      const priority = RANK[run.priority];
      insertQueueItem(tx, { runId: run.id, priority, enqueuedAt: tx.now });
      // Before the commit, so that a removal of the same row in the same group of commits sees it.
      const running = active.get(run.id);
      if (running) running.again = true;
      tx.afterCommit(() => wake(run.id, priority));
    },
    wakeAll() {
      for (const item of listQueueItems(journal.orm)) wake(item.runId, item.priority);
    },
    async stop() {
      stopped = true;
      lanes.clear();
      await lanes.onIdle();
    },
  };
}
