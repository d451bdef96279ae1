import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { PickedFolder } from '#connectors/sdk/places/places.ts';

const usual = ['Downloads', 'Documents', 'Desktop', 'Pictures'];
const wanted = /^XDG_(DOWNLOAD|DOCUMENTS|DESKTOP|PICTURES)_DIR="(\$HOME)?([^"]+)"$/gm;

/** The folders that most people keep their things in, where they are there; on Linux by the names that the desktop gave them. */
export async function usualFolders(home = homedir()): Promise<readonly PickedFolder[]> {
  const named = await readFile(join(home, '.config', 'user-dirs.dirs'), 'utf8').catch(() => '');
  const own = [...named.matchAll(wanted)].map(([, , under, path = '']) => (under ? join(home, path) : path));
  const paths = own.length > 0 ? own : usual.map((name) => join(home, name));
  const folders: PickedFolder[] = [];
  for (const path of paths) {
    const isThere = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isThere && path !== home && !folders.some((each) => each.path === path)) {
      folders.push({ name: basename(path), path });
    }
  }
  return folders;
}
