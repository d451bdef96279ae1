import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { dataPaths } from '#db/data-paths.ts';
import type { Orm } from '#db/open-database.ts';

/** Opens the database of a folder for reading only, also while the app works on it. Throws a plain sentence when there is none. */
export function openToRead(folder: string): Orm {
  const { database } = dataPaths(folder);
  if (!existsSync(database)) throw new Error(`There is no database of Life OS in ${folder}.`);
  return drizzle(new BetterSqlite3(database, { readonly: true }));
}
