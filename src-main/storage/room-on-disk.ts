import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#db/open-database.ts';
import { type StorageTrouble, whyNotStored } from '#db/why-not-stored.ts';

/** Knows whether the disk takes what is written, and when it does again. */
export type RoomOnDisk = {
  /** Null while all is well. */
  trouble(): StorageTrouble | null;
  /** Takes an error for the disk's where it is one, and then looks every second whether it is over. */
  note(error: unknown): StorageTrouble | null;
  /** Resolves when there is room again, at once when there is, and when the app ends. */
  back(): Promise<void>;
  isStopped(): boolean;
  stop(): void;
};

const LOOK_AGAIN_MS = 1000;
/** As much as a busy second writes. */
const PROBE_BYTES = 1024 * 1024;

export function watchRoom(parts: { folder: string; onBack(): void; onDamage(error: unknown): void }): RoomOnDisk {
  const probe = join(parts.folder, '.room-on-disk');
  let trouble: Exclude<StorageTrouble, 'damaged'> | null = null;
  let damaged = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let over = Promise.withResolvers<void>();

  function end(): void {
    trouble = null;
    over.resolve();
    over = Promise.withResolvers<void>();
  }

  async function look(): Promise<void> {
    const isBack = await canWrite(probe);
    if (stopped) return;
    if (!isBack) {
      timer = setTimeout(look, LOOK_AGAIN_MS);
      return;
    }
    end();
    parts.onBack();
  }

  return {
    trouble: () => (damaged ? 'damaged' : trouble),
    note(error) {
      const why = whyNotStored(error);
      if (why === null || stopped) return why;
      if (why === 'damaged') {
        if (!damaged) parts.onDamage(error);
        damaged = true;
        return why;
      }
      if (trouble === null) timer = setTimeout(look, LOOK_AGAIN_MS);
      trouble = why;
      return why;
    },
    back: () => (trouble === null || stopped ? Promise.resolve() : over.promise),
    isStopped: () => stopped,
    stop() {
      stopped = true;
      clearTimeout(timer);
      end();
    },
  };
}

/** The same database, whose failed writes are noted. */
export const noteFailedWrites = (database: Database, room: RoomOnDisk): Database => ({
  ...database,
  write(work) {
    const written = database.write(work);
    // Beside, so that the answer arrives no later than without.
    written.catch((error: unknown) => room.note(error));
    return written;
  },
});

async function canWrite(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(Buffer.alloc(PROBE_BYTES, 1));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    return false;
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}
