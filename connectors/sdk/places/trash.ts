import { lstat, mkdir, open, realpath, unlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { hashOf } from '#connectors/sdk/derive-id.ts';
import { codeOf, isTaken, refusedBecause } from '#connectors/sdk/places/file-trouble.ts';
import type { OpenFolder } from '#connectors/sdk/places/open-folder.ts';
import { extensionOf, nameOf, stemOf } from '#connectors/sdk/places/place.ts';
import type { Entry, Place } from '#connectors/sdk/places/places.ts';
import { t } from '#contract/language/t.ts';

/**
 * The trash of the desktop, after the freedesktop.org Trash specification 1.0: every file manager on Linux shows what
 * lies there and can put it back. A disk of its own has a trash of its own, so that nothing has to be copied.
 */
const HOME = 'Trash';
const OTHER = 'Trash of ';

export const isTrash = (root: string): boolean => root === HOME || root.startsWith(OTHER);

/** The folder of a trash by the first part of a place in it. `top` is null for the one in the home. */
export function trashFolder(root: string, homeTrash: string): { readonly path: string; readonly top: string | null } {
  if (root === HOME) return { path: homeTrash, top: null };
  const path = decodeURIComponent(root.slice(OTHER.length));
  if (!isAbsolute(path) || !/[/\\]\.Trash([/\\]|-)\d+$/.test(path))
    throw refusedBecause(t`This is no trash. Nothing was done.`);
  // `.Trash-1000` lies in the top folder of its disk, `.Trash/1000` one deeper.
  const top = /[/\\]\.Trash[/\\]\d+$/.test(path) ? dirname(dirname(path)) : dirname(path);
  return { path, top };
}

/** The place that a file would get: its own name, and something of where it was, so that it is the same every time. */
export async function placeInTrash(entry: Entry, path: string, homeTrash: string): Promise<Place> {
  const name = nameOf(entry.place);
  const extension = entry.mark.kind === 'file' ? extensionOf(name) : '';
  const sign = hashOf(`${path}\n${entry.mark.ino}\n${entry.mark.changed}`).slice(0, 8);
  const stem = cutToBytes(extension === '' ? name : stemOf(name), 255 - 30 - Buffer.byteLength(extension));
  return `${await rootFor(path, entry.mark.dev, homeTrash)}/${stem} ${sign}${extension}`;
}

async function rootFor(path: string, dev: string, homeTrash: string): Promise<string> {
  await mkdir(homeTrash, { recursive: true, mode: 0o700 });
  if (String((await lstat(homeTrash, { bigint: true })).dev) === dev) return HOME;
  const top = await topOf(dirname(path), dev);
  const uid = process.getuid?.() ?? 0;
  const shared = join(top, '.Trash');
  const stats = await lstat(shared).catch(() => null);
  // The specification: only one that is sticky and no link may be used.
  const isShared = stats?.isDirectory() === true && (stats.mode & 0o1000) !== 0;
  const own = isShared ? join(shared, String(uid)) : join(top, `.Trash-${uid}`);
  await mkdir(own, { recursive: true, mode: 0o700 });
  const made = await lstat(own);
  if (!made.isDirectory() || (process.getuid && made.uid !== uid) || (await realpath(own)) !== own) {
    throw refusedBecause(t`The trash of this disk can’t be used, so nothing was thrown away.`);
  }
  return `${OTHER}${encodeURIComponent(own)}`;
}

async function topOf(folder: string, dev: string): Promise<string> {
  const above = dirname(folder);
  if (above === folder || String((await lstat(above, { bigint: true })).dev) !== dev) return folder;
  return topOf(above, dev);
}

const infoName = (name: string): string => `${name}.trashinfo`;

/** Says where a file came from, before it comes: the specification wants it in this order. */
export async function writeInfo(
  info: OpenFolder,
  to: Place,
  about: { readonly path: string; readonly top: string | null; readonly trashedAt: string },
): Promise<void> {
  const told = about.top === null ? about.path : relative(about.top, about.path);
  const text = `[Trash Info]\nPath=${told.split('/').map(encodeURIComponent).join('/')}\nDeletionDate=${about.trashedAt}\n`;
  try {
    const file = await open(info.at(infoName(nameOf(to))), 'wx', 0o600);
    await file.writeFile(text);
    await file.sync();
    await file.close();
  } catch (error) {
    // Ours from an attempt before: the name says which file it is about.
    if (codeOf(error) !== 'EEXIST') throw error;
    if (Buffer.byteLength(nameOf(to)) > 255) throw isTaken(to);
  }
}

export async function removeInfo(info: OpenFolder, place: Place): Promise<void> {
  await unlink(info.at(infoName(nameOf(place)))).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

function cutToBytes(text: string, most: number): string {
  let kept = '';
  for (const sign of text) {
    if (Buffer.byteLength(kept + sign) > most) break;
    kept += sign;
  }
  return kept;
}
