import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** Brings the tables up to date. A database that holds something is copied into `backupsFolder` first. */
export async function migrateWithBackup(options: {
  sqlite: BetterSqlite3.Database;
  orm: BetterSQLite3Database;
  isNew: boolean;
  migrationsFolder: string;
  backupsFolder: string;
}): Promise<void> {
  const { sqlite, orm, isNew, migrationsFolder, backupsFolder } = options;
  const applied = countApplied(sqlite);
  const shipped = readMigrationFiles({ migrationsFolder }).length;
  if (applied === shipped) return;
  if (applied > shipped) throw new NewerDatabaseError();
  mkdirSync(backupsFolder, { recursive: true, mode: 0o700 });
  if (!isNew) {
    const stamp = new Date().toISOString().replaceAll(':', '-');
    await sqlite.backup(join(backupsFolder, `before-migration-${shipped}-${stamp}.db`));
  }
  migrate(orm, { migrationsFolder });
}

export class NewerDatabaseError extends Error {
  constructor() {
    super('This data was written by a newer Life OS. Update Life OS to open it. Nothing was changed.');
  }
}

function countApplied(sqlite: BetterSqlite3.Database): number {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (table === undefined) return 0;
  return sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM __drizzle_migrations').get()?.n ?? 0;
}
