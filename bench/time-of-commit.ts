import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

const COMMITS = 500;

/** Milliseconds that this disk takes for one durable commit of a row, with nothing around it. */
export function timeOfCommit(): number {
  const folder = mkdtempSync(join(tmpdir(), 'life-os-bench-'));
  const database = new BetterSqlite3(join(folder, 'commits.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO rows (text) VALUES (?)');
  const began = performance.now();
  for (let n = 0; n < COMMITS; n += 1) insert.run('a row of some length, as an event of the log has it');
  const each = (performance.now() - began) / COMMITS;
  database.close();
  rmSync(folder, { recursive: true });
  return each;
}
