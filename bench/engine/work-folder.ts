import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#build/project-folder.ts';
import { atTheEnd } from '../at-the-end.ts';

const parent = join(projectFolder, '.cache/bench-engine');

/** An empty folder on the project's own disk, never in memory, for as long as `work` takes. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'work-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const callOff = atTheEnd(remove);
  try {
    return await work(folder);
  } finally {
    remove();
    callOff();
  }
}

export const profileFolder = join(parent, 'profiles');
