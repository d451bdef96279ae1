import PQueue from 'p-queue';
import { listUndosIn } from '#db/repositories/undos.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Log } from '#main/seams.ts';

/** What is taken back or put back goes one after the other, in the order in which it was asked for. */
export type UndoLine = {
  /** Works a request off as far as it goes, after all that were asked for before; resolves once it stands still. */
  take(undoId: string): Promise<void>;
  /** Does `work` in the same line. Null when the app ends before its turn. */
  inTurn<T>(work: () => Promise<T>): Promise<T | null>;
  /** Takes up what is under way: after a start or when a pause is lifted. */
  wakeAll(): void;
  /** Starts nothing new, waits for what is out, and leaves the rest written down for the next start. */
  stop(): Promise<void>;
};

export function createUndoLine(parts: {
  journal: Journal;
  log: Log;
  work: (undoId: string, isClosing: () => boolean) => Promise<void>;
}): UndoLine {
  const { journal, log, work } = parts;
  const line = new PQueue({ concurrency: 1 });
  let stopped = false;
  const isClosing = () => stopped;

  async function take(undoId: string): Promise<void> {
    await line.add(async () => {
      if (stopped) return;
      await work(undoId, isClosing).catch((error: unknown) => {
        log.error({ undoId, error }, 'taking something back broke off; it goes on at the next start');
      });
    });
  }

  return {
    take,
    inTurn: (work) => line.add(async () => (stopped ? null : await work())),
    wakeAll() {
      for (const { id } of listUndosIn(journal.orm, 'open')) void take(id);
    },
    async stop() {
      stopped = true;
      await line.onIdle();
    },
  };
}
