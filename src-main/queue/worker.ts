import PQueue from 'p-queue';
import type { Instant } from '#contract/model/instant.ts';
import type { Priority } from '#contract/model/task.ts';
import { insertQueueItem, listQueueItems, removeQueueItem } from '#db/repositories/queue-items.ts';
import type { Journal, JournalTx } from '#main/events/journal.ts';
import type { Log } from '#main/seams.ts';

/**
 * `idle`: it stands still until somebody acts. `held`: a pause or the end of the app holds it; its place stays.
 * `until`: it is to be taken up again at a time; its place stays.
 */
export type Advanced = 'idle' | 'held' | { readonly until: Instant };
export type Advance = (runId: string, line: Line) => Promise<Advanced>;

/** How a run that is being advanced learns that it was put in line again meanwhile. */
export type Line = {
  /** Resolves when it is so the next time. */
  nextCall(): Promise<void>;
  /** The app is about to end: nothing new is to be started, and what is left goes on after the next start. */
  isClosing(): boolean;
};

export type Queue = {
  /** Puts a run in line, durably, and wakes the worker once the transaction is on disk. */
  enqueue(tx: JournalTx, run: { id: string; priority: Priority }): void;
  /** Takes up everything that is in line: after a start or when a pause is lifted. */
  wakeAll(): void;
  /** Takes up what waited for a time that has come; the timer does so by itself. */
  wakeDue(): void;
  /** Takes nothing up any more, waits for what is out, and leaves the rest in line for the next start. */
  stop(): Promise<void>;
};

type Active = { readonly priority: number; again: boolean; call(): void };
type Later = { readonly until: Instant; readonly priority: number };

/** They share commits, so many at once are cheaper than few; calls that are out have limits of their own. */
const RUNS_AT_ONCE = 64;
/** After an error that is nobody's fault here (a full disk, say) a run is taken up again this much later. */
const AFTER_ERROR_MS = 5_000;
/** The timer looks again at least this often, so that a changed clock or a sleep is noticed. */
const LOOK_AGAIN_MS = 30_000;
export const rankOf: Record<Priority, number> = { low: 0, normal: 1, high: 2 };

/** A run is advanced by one worker at a time; what arrives meanwhile makes it look once more. */
export function createQueue(parts: { journal: Journal; log: Log; advance: Advance }): Queue {
  const { journal, log, advance } = parts;
  const lanes = new PQueue({ concurrency: RUNS_AT_ONCE });
  const active = new Map<string, Active>();
  /** Runs that wait for a time. Kept in line on disk; which time is seen anew after a start. */
  const later = new Map<string, Later>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function setTimer(): void {
    clearTimeout(timer);
    const [soonest] = [...later.values()].map(({ until }) => until).sort();
    if (stopped || soonest === undefined) return;
    const wait = Date.parse(soonest) - Date.parse(journal.now());
    timer = setTimeout(wakeDue, Math.min(Math.max(0, wait), LOOK_AGAIN_MS));
  }

  function wakeDue(): void {
    const now = journal.now();
    for (const [runId, { until, priority }] of later) if (until <= now) wake(runId, priority);
    setTimer();
  }

  function takeUpLater(runId: string, wait: Later): void {
    later.set(runId, wait);
    setTimer();
  }

  function wake(runId: string, priority: number): void {
    if (stopped) return;
    later.delete(runId);
    const running = active.get(runId);
    if (running) {
      running.again = true;
      running.call();
      return;
    }
    const mine: Active = { priority, again: false, call: () => {} };
    active.set(runId, mine);
    void lanes.add(() => work(runId, mine), { priority });
  }

  async function work(runId: string, mine: Active): Promise<void> {
    const line: Line = {
      nextCall: () =>
        new Promise((resolve) => {
          mine.call = resolve;
        }),
      isClosing: () => stopped,
    };
    const leaveLine = (tx: JournalTx) => {
      if (!mine.again) removeQueueItem(tx, runId);
    };
    let outcome: Advanced = 'idle';
    try {
      do {
        mine.again = false;
        outcome = await advance(runId, line);
        if (outcome === 'idle') await journal.write(leaveLine);
      } while (mine.again && !stopped);
    } catch (error) {
      log.error({ runId, error }, 'a run could not be advanced; it is taken up again soon');
      outcome = { until: new Date(Date.parse(journal.now()) + AFTER_ERROR_MS).toISOString() };
    } finally {
      active.delete(runId);
      if (mine.again) wake(runId, mine.priority);
      else if (typeof outcome === 'object') takeUpLater(runId, { ...outcome, priority: mine.priority });
    }
  }

  return {
    enqueue(tx, run) {
      const priority = rankOf[run.priority];
      insertQueueItem(tx, { runId: run.id, priority, enqueuedAt: tx.now });
      // Before the commit, so that a removal of the same row in the same group of commits sees it.
      const running = active.get(run.id);
      if (running) running.again = true;
      tx.afterCommit(() => wake(run.id, priority));
    },
    wakeAll() {
      for (const item of listQueueItems(journal.orm)) wake(item.runId, item.priority);
    },
    wakeDue,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      lanes.clear();
      await lanes.onIdle();
    },
  };
}
