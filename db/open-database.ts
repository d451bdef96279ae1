import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { t } from '#contract/language/t.ts';
import { dataPaths } from '#db/data-paths.ts';
import { migrateWithBackup } from '#db/migrate-with-backup.ts';
import { openOrRestore } from '#db/open-or-restore.ts';
import { type Restored, readRestored } from '#db/restored-note.ts';

export type Orm = BetterSQLite3Database & { $client: BetterSqlite3.Database };

/** An open write transaction. Everything that changes state takes one. */
export type Tx = {
  readonly orm: Orm;
  /** Called once the transaction is durable; never when it was rolled back. */
  afterCommit(announce: () => void): void;
};

export type Database = {
  /** For reading only. */
  readonly orm: Orm;
  /**
   * Runs `work` in a write transaction and answers once it is on disk (synchronous=FULL). Calls of the
   * same turn share one commit: each is a savepoint of its own, so one that throws takes only itself back.
   */
  write<T>(work: (tx: Tx) => T): Promise<T>;
  /** What had to be restored and is not told of yet; null when all was sound. */
  readonly restored: Restored | null;
  /** Copies the whole database as it stands into a file, while it goes on being used. */
  copyTo(path: string): Promise<void>;
  close(): void;
};

type Pending = { readonly work: (tx: Tx) => unknown; resolve(value: unknown): void; reject(error: unknown): void };

/**
 * Opens `life-os.db` in `folder`, restored when it can't be relied on, and migrated with a backup
 * first. One process at a time: throws `AlreadyOpenError` while another one holds the folder.
 */
export async function openDatabase(
  folder: string,
  migrationsFolder: string,
  now = new Date().toISOString(),
): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = holdFolder(folder);
  let sqlite: BetterSqlite3.Database | undefined;
  try {
    sqlite = openOrRestore({ folder, migrationsFolder, now });
    const orm = drizzle(sqlite);
    const paths = dataPaths(folder);
    await migrateWithBackup({ sqlite, orm, migrationsFolder, backupsFolder: paths.backups, now });
    return databaseOver({ sqlite, orm, lock, restored: readRestored(paths.restored) });
  } catch (error) {
    sqlite?.close();
    lock.close();
    throw error;
  }
}

function databaseOver(parts: {
  sqlite: BetterSqlite3.Database;
  orm: Orm;
  lock: BetterSqlite3.Database;
  restored: Restored | null;
}): Database {
  const { sqlite, orm, lock, restored } = parts;
  const writer = groupCommits(sqlite, orm);
  return {
    orm,
    restored,
    write: writer.write,
    async copyTo(path) {
      await sqlite.backup(path);
    },
    close() {
      writer.flush();
      sqlite.close();
      lock.close();
    },
  };
}

export class AlreadyOpenError extends Error {
  constructor(folder: string) {
    super(t`Life OS is already open on the folder ${folder}.`);
  }
}

/** An exclusive lock that the operating system lets go of however the process ends. */
function holdFolder(folder: string): BetterSqlite3.Database {
  const lock = new BetterSqlite3(join(folder, 'in-use.lock'), { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch {
    lock.close();
    throw new AlreadyOpenError(folder);
  }
}

/** A group is committed after this long, so that a flood of writes lets everything else have its turn in between. */
const LONGEST_GROUP_MS = 3;

function groupCommits(sqlite: BetterSqlite3.Database, orm: Orm) {
  const savepoint = prepareSavepoint(sqlite);
  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const commit = sqlite.prepare('COMMIT');
  let waiting: Pending[] = [];

  /** Commits what waits; with a limit, only as much as fits into one turn, and the rest in the next. */
  function flush(limitMs = Number.POSITIVE_INFINITY): void {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const announcements: (() => void)[] = [];
    const answers: (() => void)[] = [];
    const began = performance.now();
    let done = 0;
    try {
      begin.run();
      for (const pending of batch) {
        answers.push(savepoint(orm, pending, announcements));
        done += 1;
        if (performance.now() - began > limitMs) break;
      }
      commit.run();
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      for (const pending of batch) pending.reject(error);
      return;
    }
    if (done < batch.length) {
      waiting = [...batch.slice(done), ...waiting];
      setImmediate(flush, limitMs);
    }
    for (const announce of announcements) announceAlone(announce);
    for (const answer of answers) answer();
  }

  function write<T>(work: (tx: Tx) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush, LONGEST_GROUP_MS);
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  return { write, flush };
}

/** A listener's bug comes to light in a turn of its own, so that nobody else goes without their answer. */
function announceAlone(announce: () => void): void {
  try {
    announce();
  } catch (error) {
    setImmediate(() => {
      throw error;
    });
  }
}

/** Runs one piece of work in a savepoint; answers with what to tell its caller once the whole group is committed. */
function prepareSavepoint(sqlite: BetterSqlite3.Database) {
  const begin = sqlite.prepare('SAVEPOINT work');
  const keep = sqlite.prepare('RELEASE work');
  const takeBack = sqlite.prepare('ROLLBACK TO work');
  return (orm: Orm, pending: Pending, announcements: (() => void)[]): (() => void) => {
    const mine: (() => void)[] = [];
    begin.run();
    try {
      const value = pending.work({ orm, afterCommit: (announce) => mine.push(announce) });
      keep.run();
      announcements.push(...mine);
      return () => pending.resolve(value);
    } catch (error) {
      // A full or failing disk makes SQLite take the whole group back by itself; then there is no savepoint any more.
      if (!sqlite.inTransaction) throw error;
      takeBack.run();
      keep.run();
      return () => pending.reject(error);
    }
  };
}
