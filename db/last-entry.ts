import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';

const DIGITS = 15;

/**
 * Keeps the number of the last entry of the log that was answered for, beside the database: a database that
 * ends before it has lost something (its journal was cut or removed, an old copy was put in its place).
 * Not flushed, which costs nothing: after a power cut the number may be too low, but never too high.
 */
export function keepLastEntry(path: string): { note(seq: number): void; close(): void } {
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600);
  let latest: number | null = null;
  function write(): void {
    if (latest === null) return;
    const text = String(latest).padStart(DIGITS, '0');
    latest = null;
    try {
      writeSync(file, text, 0);
    } catch {
      // A full disk: the number stays lower than it could be, which is on the safe side.
    }
  }
  return {
    note(seq) {
      // One write for all that shared a commit, and before whoever waits for that commit goes on.
      if (latest === null) queueMicrotask(write);
      latest = seq;
    },
    close() {
      write();
      closeSync(file);
    },
  };
}

/** Zero when nothing was answered for yet. */
export function readLastEntry(path: string): number {
  if (!existsSync(path)) return 0;
  const text = readFileSync(path, 'utf8');
  return /^\d+$/.test(text) ? Number(text) : 0;
}
