import type BetterSqlite3 from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { t } from '#contract/language/t.ts';
import { makeBackup } from '#db/backups.ts';

/** Brings the tables up to date, with a backup first. */
export async function migrateWithBackup(options: {
  sqlite: BetterSqlite3.Database;
  orm: BetterSQLite3Database;
  migrationsFolder: string;
  backupsFolder: string;
  now: string;
}): Promise<void> {
  const { sqlite, orm, migrationsFolder, backupsFolder, now } = options;
  const applied = countApplied(sqlite);
  const shipped = readMigrationFiles({ migrationsFolder }).length;
  if (applied === shipped) return;
  if (applied > shipped) throw new NewerDatabaseError();
  await makeBackup({
    folder: backupsFolder,
    kind: `before-migration-${shipped}-`,
    now,
    copyTo: async (path) => void (await sqlite.backup(path)),
  });
  migrate(orm, { migrationsFolder });
}

export class NewerDatabaseError extends Error {
  constructor() {
    super(t`This data was written by a newer Life OS. Update Life OS to open it. Nothing was changed.`);
  }
}

function countApplied(sqlite: BetterSqlite3.Database): number {
  return sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM __drizzle_migrations').get()?.n ?? 0;
}
