import { statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { whyNotStored } from '#db/why-not-stored.ts';

/** Up to this size a database is checked wholly before it is used: about 50 ms here, in a start of 1.5 s. */
const CHECKED_AT_ONCE = 16 * 1024 * 1024;

/** Reads every page and every row. Null when all is well, else what is not; a few seconds for a gigabyte. */
export function findDamage(sqlite: BetterSqlite3.Database): string | null {
  return orDamage(() => {
    const found = sqlite.pragma('quick_check(1)', { simple: true });
    return found === 'ok' ? null : String(found);
  });
}

/**
 * What can be known at a start at once, whatever the size: the file has the length that it claims, its
 * list of tables can be read and has ours. A small one is checked wholly, and a large one when told to.
 */
export function findDamageAtStart(sqlite: BetterSqlite3.Database, path: string, wholly: boolean): string | null {
  return orDamage(() => {
    const hasOurs = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
    if (hasOurs === undefined) return 'it holds none of our tables';
    const isWhole = isWrittenBack(sqlite);
    const size = statSync(path).size;
    const claimed = Number(sqlite.pragma('page_count', { simple: true })) * pageSize(sqlite);
    if (isWhole && size < claimed) return `it was cut: ${size} of ${claimed} bytes`;
    return wholly || claimed <= CHECKED_AT_ONCE ? findDamage(sqlite) : null;
  });
}

const pageSize = (sqlite: BetterSqlite3.Database): number => Number(sqlite.pragma('page_size', { simple: true }));

/** Brings what the journal holds into the file. False when the disk has no room for it now. */
function isWrittenBack(sqlite: BetterSqlite3.Database): boolean {
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    if (whyNotStored(error) === 'damaged') throw error;
    return false;
  }
}

/** What the whole check of a file that nobody has open says. Leaves it as one file without a journal beside it. */
export function findDamageInCopy(path: string): string | null {
  return orDamage(() => {
    const sqlite = new BetterSqlite3(path, { fileMustExist: true });
    try {
      sqlite.pragma('journal_mode = DELETE');
      return findDamage(sqlite);
    } finally {
      sqlite.close();
    }
  });
}

/** A damaged file often can't be read far enough to be checked: then that is the answer. */
export function orDamage<T>(look: () => T): T | string {
  try {
    return look();
  } catch (error) {
    if (whyNotStored(error) === 'damaged' && error instanceof Error) return error.message;
    throw error;
  }
}
