import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { listBackups, sweepBackups } from '#db/backups.ts';
import { dataPaths, stampOf } from '#db/data-paths.ts';
import { findDamageAtStart, orDamage } from '#db/find-damage.ts';
import { readLastEntry } from '#db/last-entry.ts';
import { flushFile, flushFolder } from '#db/make-durable.ts';
import { restoreDatabase } from '#db/restore-database.ts';
import { noteRestored } from '#db/restored-note.ts';

/** The database of `folder`, sound as far as can be known at once: as it stood, restored, or a new one. */
export function openOrRestore(options: {
  folder: string;
  migrationsFolder: string;
  now: string;
}): BetterSqlite3.Database {
  const { folder, migrationsFolder, now } = options;
  const paths = dataPaths(folder);
  mkdirSync(paths.backups, { recursive: true, mode: 0o700 });
  sweepBackups(paths.backups);
  if (existsSync(paths.database) || wasThere(folder)) {
    const opened = openSound(paths.database, existsSync(paths.suspicion));
    const damage = typeof opened === 'string' ? opened : orDamage(() => keepIfBehind(opened, folder, now));
    if (damage !== null && typeof opened !== 'string') opened.close();
    if (damage !== null) restoreDatabase({ folder, now, because: damage });
    rmSync(paths.suspicion, { force: true });
    if (damage === null && typeof opened !== 'string') return opened;
  }
  if (!existsSync(paths.database)) makeNew(paths.database, migrationsFolder);
  const opened = openSound(paths.database, false);
  if (typeof opened === 'string') throw new Error(`The database can’t be opened: ${opened}.`);
  return opened;
}

/** Whether there has been a database here: then that there is none is damage, too. */
function wasThere(folder: string): boolean {
  const { backups, lastEntry, restored } = dataPaths(folder);
  return existsSync(lastEntry) || existsSync(restored) || listBackups(backups).length > 0;
}

/** Opens it, or says what is wrong with it. A disk that can't be read just now throws: that is no reason to restore. */
function openSound(path: string, wholly: boolean): BetterSqlite3.Database | string {
  if (!existsSync(path)) return 'it is gone';
  if (!statSync(path).isFile()) return 'it is no file';
  const sqlite = orDamage(() => new BetterSqlite3(path, { fileMustExist: true }));
  if (typeof sqlite === 'string') return sqlite;
  try {
    const damage = orDamage(() => {
      sqlite.pragma('journal_mode = WAL');
      sqlite.pragma('synchronous = FULL');
      sqlite.pragma('foreign_keys = ON');
      sqlite.pragma('cache_size = -8192');
      // What is deleted is written over, so that nothing the person had forgotten stands in a free page.
      sqlite.pragma('secure_delete = ON');
      return findDamageAtStart(sqlite, path, wholly);
    });
    if (damage === null) return sqlite;
    sqlite.close();
    return damage;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Made beside and renamed when its tables stand, so that a crash leaves none or a whole one. */
function makeNew(path: string, migrationsFolder: string): void {
  const beside = `${path}.new`;
  for (const end of ['', '-journal']) rmSync(`${beside}${end}`, { force: true });
  const sqlite = new BetterSqlite3(beside);
  try {
    migrate(drizzle(sqlite), { migrationsFolder });
  } finally {
    sqlite.close();
  }
  flushFile(beside);
  renameSync(beside, path);
  flushFolder(join(path, '..'));
}

/** A sound database that ends before what was answered for is an older one: told like a restored backup. */
function keepIfBehind(sqlite: BetterSqlite3.Database, folder: string, now: string): null {
  const paths = dataPaths(folder);
  const answeredFor = readLastEntry(paths.lastEntry);
  const last = sqlite.prepare<[], { seq: number; at: string }>('SELECT seq, at FROM events ORDER BY seq DESC').get();
  if ((last?.seq ?? 0) >= answeredFor) return null;
  const kept = `damaged/${stampOf(now)}`;
  mkdirSync(join(folder, kept), { recursive: true, mode: 0o700 });
  copyFileSync(paths.database, join(folder, kept, 'life-os.db'));
  noteRestored(paths.restored, {
    from: 'older-state',
    backupOf: last?.at ?? null,
    damagedKept: kept,
    because: `it ends at entry ${last?.seq ?? 0}, and entry ${answeredFor} was answered for`,
  });
  rmSync(paths.lastEntry);
  return null;
}

/** Has the next start check everything before it uses anything, however long that takes. */
export function suspectDatabase(folder: string, because: string): void {
  const { suspicion } = dataPaths(folder);
  writeFileSync(suspicion, because, { mode: 0o600 });
  flushFile(suspicion);
}
