import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '#db/backups.ts';
import { dataPaths, stampOf } from '#db/data-paths.ts';
import { findDamageInCopy } from '#db/find-damage.ts';
import { flushFile, flushFolder } from '#db/make-durable.ts';
import { noteRestored, readRestored } from '#db/restored-note.ts';

/**
 * Puts the newest sound backup in the place of a database that can't be relied on. The damaged files
 * are kept under `damaged/`, never deleted. Without a sound backup the place stays empty. Cut off at any
 * moment, it is done again at the next start: a place that is empty beside a note is restored too.
 */
export function restoreDatabase(options: { folder: string; now: string; because: string }): void {
  const { folder, now, because } = options;
  const paths = dataPaths(folder);
  const copy = `${paths.database}.restoring`;
  const backup = listBackups(paths.backups).find(({ path }) => isSoundCopy(path, copy));
  const kept = `damaged/${stampOf(now)}`;
  const files = ['', '-wal', '-shm'].filter((end) => existsSync(`${paths.database}${end}`));
  noteRestored(paths.restored, {
    from: backup ? 'backup' : 'nothing',
    backupOf: backup?.of ?? null,
    damagedKept: files.length > 0 ? kept : (readRestored(paths.restored)?.damagedKept ?? null),
    because,
  });
  // The file itself goes last: while it is there, the next start finds the damage again.
  for (const end of files.toReversed()) {
    mkdirSync(join(folder, kept), { recursive: true, mode: 0o700 });
    renameSync(`${paths.database}${end}`, join(folder, kept, `life-os.db${end}`));
  }
  rmSync(paths.lastEntry, { force: true });
  if (backup) renameSync(copy, paths.database);
  flushFolder(folder);
}

/** Copies it first: looking into a backup must not change it. */
function isSoundCopy(backup: string, copy: string): boolean {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${end}`, { force: true });
  copyFileSync(backup, copy);
  if (findDamageInCopy(copy) !== null) {
    rmSync(copy);
    return false;
  }
  flushFile(copy);
  return true;
}
