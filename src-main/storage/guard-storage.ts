import type { StorageNotice } from '#contract/model/storage-notice.ts';
import { dataPaths } from '#db/data-paths.ts';
import { eraseFromBackups } from '#db/erase-from-backups.ts';
import { keepLastEntry } from '#db/last-entry.ts';
import type { Database } from '#db/open-database.ts';
import { listErasures, removeErasures } from '#db/repositories/memory-items.ts';
import { forgetRestored } from '#db/restored-note.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Clock, Log } from '#main/seams.ts';
import { type Backups, keepBackups } from '#main/storage/keep-backups.ts';
import type { RoomOnDisk } from '#main/storage/room-on-disk.ts';
import { troubleWords } from '#main/storage/say-trouble.ts';
import { restoredNotice, tellRestored } from '#main/storage/tell-restored.ts';

/** Everything that keeps what is stored from being silently wrong. */
export type StorageGuard = {
  readonly backups: Backups;
  /** For the frame around every screen; null while all is well. */
  notice(): StorageNotice | null;
  stop(): Promise<void>;
};

export async function guardStorage(parts: {
  database: Database;
  journal: Journal;
  folder: string;
  clock: Clock;
  log: Log;
  timeZone: string;
  locale: string;
  room: RoomOnDisk;
}): Promise<StorageGuard> {
  const { database, journal, folder, clock, log, timeZone, locale, room } = parts;
  const paths = dataPaths(folder);
  if (database.restored) {
    log.error({ ...database.restored }, 'the database could not be relied on and was restored');
    await tellRestored(journal, database.restored);
    forgetRestored(paths.restored);
  }
  const lastEntry = keepLastEntry(paths.lastEntry);
  const forget = journal.subscribe(({ seq }) => lastEntry.note(seq));

  const backups = keepBackups({
    database,
    folder,
    clock,
    log,
    onDamage: (because) => room.note(Object.assign(new Error(because), { code: 'SQLITE_CORRUPT' })),
    afterBackup: () => eraseForgotten(journal, paths.backups),
  });

  return {
    backups,
    notice() {
      const trouble = room.trouble();
      if (trouble !== null) return { kind: trouble, says: troubleWords[trouble] };
      return restoredNotice(journal, timeZone, locale);
    },
    async stop() {
      await backups.stop();
      forget();
      lastEntry.close();
    },
  };
}

/** What the person had deleted goes from the older backups, too; what could not be rewritten is tried with the next one. */
async function eraseForgotten(journal: Journal, folder: string): Promise<void> {
  const ids = listErasures(journal.orm);
  if (ids.length === 0) return;
  if (await eraseFromBackups(folder, ids)) await journal.write((tx) => removeErasures(tx, ids));
}
