import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Folder } from '#connectors/sdk/action.ts';

/** Files beside their target that a crash left behind look like this. */
const isUnfinished = (name: string): boolean => /^\.~[0-9a-f-]{36}$/.test(name);

/** Work on the same folder waits for each other, also when it was opened twice. */
const lastWorkIn = new Map<string, Promise<unknown>>();

/**
 * Opens a folder for one connector; it is made with the first write. A write is either whole or not
 * there, also after a power cut. Throws a RangeError for a name that would lead out of the folder.
 */
export function openFolder(path: string): Folder {
  const folder = resolve(path);
  let swept: Promise<void> | undefined;

  /** Every writer waits for the one sweep: it would take the first writers' unfinished files for a crash's. */
  function sweepOnce(): Promise<void> {
    swept ??= sweep().catch((error: unknown) => {
      swept = undefined;
      throw error;
    });
    return swept;
  }

  async function sweep(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) if (isUnfinished(name)) await rm(join(folder, name), { force: true });
  }

  return {
    async read(name) {
      try {
        return await readFile(join(folder, checkedName(name)));
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async write(name, bytes) {
      const target = join(folder, checkedName(name));
      await sweepOnce();
      const beside = join(folder, `.~${randomUUID()}`);
      try {
        await writeThrough(beside, bytes);
        await rename(beside, target);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      await flushFolder(folder);
    },
    async remove(name) {
      await rm(join(folder, checkedName(name)), { force: true });
      await flushFolder(folder);
    },
    async list() {
      try {
        const entries = await readdir(folder, { withFileTypes: true });
        return entries
          .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
          .map(({ name }) => name)
          .sort();
      } catch (error) {
        if (isAbsent(error)) return [];
        throw error;
      }
    },
    exclusively(work) {
      const turn = (lastWorkIn.get(folder) ?? Promise.resolve()).then(work, work);
      const settled = turn.catch(() => undefined);
      lastWorkIn.set(folder, settled);
      settled.then(() => {
        if (lastWorkIn.get(folder) === settled) lastWorkIn.delete(folder);
      });
      return turn;
    },
  };
}

function checkedName(name: string): string {
  const leadsOut = name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name);
  if (leadsOut || !name.isWellFormed() || Buffer.byteLength(name) > 255) {
    throw new RangeError(`“${name}” is not the name of a file in this folder.`);
  }
  return name;
}

async function writeThrough(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the folder's own list of names durable; Windows has no such call and needs none. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
