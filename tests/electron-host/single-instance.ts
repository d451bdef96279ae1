import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCK = 'single-instance.lock';
const CALL = /^called-by-\d+\.json$/;

/** One process a profile folder: the first holds the lock, and is told how a second one was started. */
export function takeSingleInstance(folder: string, onSecond: (argv: string[], folder: string) => void): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, LOCK);
  if (isHeld(lock)) {
    const call = JSON.stringify({ argv: process.argv, folder: process.cwd() });
    writeFileSync(join(folder, `called-by-${process.pid}.json`), call);
    return false;
  }
  writeFileSync(lock, String(process.pid));
  const watcher = watch(folder, () => hearCalls(folder, onSecond));
  watcher.unref();
  process.once('exit', () => rmSync(lock, { force: true }));
  return true;
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    // No lock, or one that a process left behind which is gone.
    return false;
  }
}

function hearCalls(folder: string, onSecond: (argv: string[], folder: string) => void): void {
  for (const name of readdirSync(folder).filter((each) => CALL.test(each))) {
    const text = readFileSync(join(folder, name), 'utf8');
    // It is told of the file before its text is whole.
    if (!text.endsWith('}')) continue;
    rmSync(join(folder, name));
    const call = JSON.parse(text) as { argv: string[]; folder: string };
    onSecond(call.argv, call.folder);
  }
}
