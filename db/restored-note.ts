import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFile, flushFolder } from '#db/make-durable.ts';

/** What had to be put in place of a database that could not be relied on. */
export type Restored = {
  /** A backup; the database itself, which had lost its latest entries; or nothing, because there was no sound backup. */
  readonly from: 'backup' | 'older-state' | 'nothing';
  /** How things stood then is how they stand now; null for nothing. */
  readonly backupOf: string | null;
  /** The folder with the damaged files, inside the person's folder; null when there was no file left to keep. */
  readonly damagedKept: string | null;
  /** What was found, for the log file. */
  readonly because: string;
};

/** The note is on disk before anything is put in place, so that a crash can't make a restore go untold. */
export function noteRestored(path: string, restored: Restored): void {
  const beside = `${path}.new`;
  writeFileSync(beside, JSON.stringify(restored), { mode: 0o600 });
  flushFile(beside);
  renameSync(beside, path);
  flushFolder(dirname(path));
}

export function readRestored(path: string): Restored | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Restored) : null;
}

export function forgetRestored(path: string): void {
  rmSync(path, { force: true });
}
