import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { findDamage, findDamageInCopy, orDamage } from '#db/find-damage.ts';

/** What the thread is to check: the database as it is being used, or a copy that is nobody else's. */
export type FileToCheck = { readonly path: string; readonly inUse: boolean };

function check({ path, inUse }: FileToCheck): string | null {
  if (!inUse) return findDamageInCopy(path);
  return orDamage(() => {
    const sqlite = new BetterSqlite3(path, { readonly: true });
    try {
      return findDamage(sqlite);
    } finally {
      sqlite.close();
    }
  });
}

parentPort?.postMessage(check(workerData as FileToCheck));
