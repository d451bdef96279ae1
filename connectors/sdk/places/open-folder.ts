import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { refusedBecause } from '#connectors/sdk/places/file-trouble.ts';
import { t } from '#contract/language/t.ts';

/**
 * A folder that is held open. What `at` names is in that very folder, wherever its name leads meanwhile: on Linux the
 * way goes through the open handle, so that no link put in between can lead out of it. Other systems have no such way
 * in Node; there the name is held against the real path before and after, and a program of the person's own that
 * swaps a folder within that blink is not kept out.
 */
export type OpenFolder = {
  at(name: string): string;
  /** Opens a folder in it; a link is none. */
  open(name: string): Promise<OpenFolder>;
  /** Its own path, for a list of what is in it. */
  readonly self: string;
  /** Throws when the name has come to lead elsewhere since it was opened. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** Only a place to start from, without the right to read it; Node has no name for it. */
const O_PATH = 0x200000;
const FOLDER = O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** `path` is absolute and has no link in it; one that has come into it since is refused. */
export async function openRoot(path: string): Promise<OpenFolder> {
  if (process.platform !== 'linux') return openByName(path);
  let folder = await openHandle('/');
  for (const part of path.split('/').filter((name) => name !== '')) {
    folder = await stepInto(folder, part);
  }
  return folder;
}

/** Opens a way of names from a folder on, which is closed. */
export async function openWay(root: OpenFolder, names: readonly string[]): Promise<OpenFolder> {
  let folder = root;
  for (const name of names) folder = await stepInto(folder, name);
  return folder;
}

async function stepInto(folder: OpenFolder, name: string): Promise<OpenFolder> {
  try {
    return await folder.open(name);
  } finally {
    await folder.close();
  }
}

async function openHandle(path: string): Promise<OpenFolder> {
  const handle: FileHandle = await open(path, FOLDER);
  const self = `/proc/self/fd/${handle.fd}`;
  return {
    self,
    at: (name) => `${self}/${name}`,
    open: (name) => openHandle(`${self}/${name}`),
    check: async () => {},
    close: () => handle.close(),
  };
}

async function openByName(path: string): Promise<OpenFolder> {
  async function check(): Promise<void> {
    const isReal = path === parse(path).root || ((await realpath(path)) === path && (await lstat(path)).isDirectory());
    if (!isReal)
      throw refusedBecause(t`A folder on the way is a link now, and links are not followed. Nothing was done.`);
  }
  await check();
  return {
    self: path,
    at: (name) => join(path, name),
    open: (name) => openByName(join(path, name)),
    check,
    close: async () => {},
  };
}
