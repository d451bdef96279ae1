import type { StorageNotice } from '#contract/model/storage-notice.ts';
import { dataPaths } from '#db/data-paths.ts';
import { keepLastEntry } from '#db/last-entry.ts';
import type { Database } from '#db/open-database.ts';
import { suspectDatabase } from '#db/open-or-restore.ts';
import { findPause, insertPause } from '#db/repositories/pauses.ts';
import { forgetRestored } from '#db/restored-note.ts';
import type { Journal } from '#main/events/journal.ts';
import type { Clock, Log } from '#main/seams.ts';
import { type Backups, keepBackups } from '#main/storage/keep-backups.ts';
import { type RoomOnDisk, watchRoom } from '#main/storage/room-on-disk.ts';
import { troubleWords } from '#main/storage/say-trouble.ts';
import { restoredNotice, tellRestored } from '#main/storage/tell-restored.ts';

/** Everything that keeps what is stored from being silently wrong. */
export type StorageGuard = {
  readonly room: RoomOnDisk;
  readonly backups: Backups;
  /** For the frame around every screen; null while all is well. */
  notice(): StorageNotice | null;
  /** First of all at the end: whoever waits for room on the disk is let go. */
  letGo(): void;
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
  /** There is room on the disk again after there was none. */
  onBack(): void;
}): Promise<StorageGuard> {
  const { database, journal, folder, clock, log, timeZone, locale, onBack } = parts;
  const paths = dataPaths(folder);
  if (database.restored) {
    log.error({ ...database.restored }, 'the database could not be relied on and was restored');
    await tellRestored(journal, database.restored);
    forgetRestored(paths.restored);
  }
  const lastEntry = keepLastEntry(paths.lastEntry);
  const forget = journal.subscribe(({ seq }) => lastEntry.note(seq));

  function onDamage(because: unknown): void {
    log.error({ because: String(because) }, 'the database is damaged; the next start restores it');
    suspectDatabase(folder, String(because));
    pauseForDamage(journal).catch((error: unknown) => log.error({ error }, 'the damage could not be told in the log'));
  }
  const room = watchRoom({ folder, onBack, onDamage });
  const backups = keepBackups({
    database,
    folder,
    clock,
    log,
    onDamage: (because) => room.note(Object.assign(new Error(because), { code: 'SQLITE_CORRUPT' })),
  });

  return {
    room,
    backups,
    notice() {
      const trouble = room.trouble();
      if (trouble !== null) return { kind: trouble, says: troubleWords[trouble] };
      return restoredNotice(journal, timeZone, locale);
    },
    letGo: () => room.stop(),
    async stop() {
      await backups.stop();
      forget();
      lastEntry.close();
    },
  };
}

async function pauseForDamage(journal: Journal): Promise<void> {
  await journal.write((tx) => {
    tx.append({ actor: 'life-os', body: { kind: 'storage.damaged' } });
    if (findPause(tx.orm, 'everything')) return;
    const because = 'A part of what is kept here can’t be read.';
    insertPause(tx, { scope: 'everything', since: tx.now, by: 'life-os' });
    tx.append({ actor: 'life-os', body: { kind: 'pause.set', scope: 'everything', because } });
  });
}
