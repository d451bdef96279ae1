import { constants } from 'node:fs';
import { type FileHandle, link, lstat, open, rename, rm, unlink } from 'node:fs/promises';
import {
  changedMeanwhile,
  codeOf,
  hasSecondName,
  isGone,
  isTaken,
  refusedBecause,
} from '#connectors/sdk/places/file-trouble.ts';
import { isSame, markAt, markOf } from '#connectors/sdk/places/mark-of.ts';
import type { OpenFolder } from '#connectors/sdk/places/open-folder.ts';
import type { Mark, Move } from '#connectors/sdk/places/places.ts';
import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { t } from '#contract/language/t.ts';

/** One end of a move: a folder that is open, and the name in it. */
export type End = { readonly folder: OpenFolder; readonly name: string };

/** Whether anything was done now; false: it stood there already. */
type Done = Promise<boolean>;

/** Beside the file for a blink, and found again by the same name when that blink was the last. */
const besideName = ({ ino }: Mark): string => `.~life-os-${ino}`;

/** What a file system answers that knows no second name for a file. */
const noSecondName = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

/** Moves a file or a folder that is still as it was looked at to a name that nobody has. */
export async function moveFile(from: End, to: End, move: Move, signal: AbortSignal): Done {
  const there = await markAt(from.folder, from.name);
  const here = await markAt(to.folder, to.name);
  if (there === null) {
    if (!isSame(here, move.mark)) throw isGone(move.from);
    await clearBeside(from, move.mark);
    return false;
  }
  if (!isSame(there, move.mark)) throw changedMeanwhile(move.from);
  if (here !== null && here !== 'other' && here.dev === move.mark.dev && here.ino === move.mark.ino) {
    return renamed(from, to, move);
  }
  if (here !== null) throw isTaken(move.to);
  if (move.mark.kind === 'folder') await moveFolder(from, to, move);
  else await moveOneFile(from, to, move, signal);
  await to.folder.check();
  return true;
}

/** Both names are of the one file: it broke off between giving it the new one and taking the old one. */
async function renamed(from: End, to: End, move: Move): Done {
  const { nlink } = await lstat(from.folder.at(from.name));
  // On a disk that is blind to capitals, both ends are the one name, and it is to be written another way.
  if (nlink < 2) await rename(from.folder.at(from.name), to.folder.at(to.name));
  else await takeNameAway(from, move);
  return true;
}

/** No system call moves a folder only where nothing is; what would be lost in between is an empty folder at most. */
async function moveFolder(from: End, to: End, move: Move): Promise<void> {
  try {
    await rename(from.folder.at(from.name), to.folder.at(to.name));
  } catch (error) {
    if (codeOf(error) === 'EXDEV') {
      throw refusedBecause(
        t`${sayPlace(move.from)} is a folder, and folders are not moved to another disk. Nothing was done.`,
      );
    }
    throw error;
  }
  if (isSame(await markAt(to.folder, to.name), move.mark)) return;
  await rename(to.folder.at(to.name), from.folder.at(from.name));
  throw changedMeanwhile(move.from);
}

/** A second name is given only where nobody has it; then the first is taken away. At no moment is there none. */
async function moveOneFile(from: End, to: End, move: Move, signal: AbortSignal): Promise<void> {
  try {
    await link(from.folder.at(from.name), to.folder.at(to.name));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') throw isTaken(move.to);
    if (code !== 'EXDEV' && !noSecondName.has(code)) throw error;
    await copyFile(from, to, move, signal);
    return leaveFormer(from, to, move);
  }
  if (!isSame(await markAt(to.folder, to.name), move.mark)) {
    await unlink(to.folder.at(to.name));
    throw changedMeanwhile(move.from);
  }
  return leaveFormer(from, to, move);
}

/** The former name goes; where it can't, the new one does. */
async function leaveFormer(from: End, to: End, move: Move): Promise<void> {
  try {
    await takeNameAway(from, move);
  } catch (error) {
    await unlink(to.folder.at(to.name));
    throw error;
  }
}

/** Takes a name from a file, and surely from no other: what another program put there meanwhile stays. */
export async function takeNameAway(from: End, { mark, from: place }: Pick<Move, 'mark' | 'from'>): Promise<void> {
  const beside = from.folder.at(besideName(mark));
  await rename(from.folder.at(from.name), beside);
  if (isSame(await markAt(from.folder, besideName(mark)), mark)) {
    await unlink(beside);
    return;
  }
  await rename(beside, from.folder.at(from.name));
  throw changedMeanwhile(place);
}

/** What a process that ended in the middle of `takeNameAway` left. */
async function clearBeside(from: End, mark: Mark): Promise<void> {
  if (isSame(await markAt(from.folder, besideName(mark)), mark)) await unlink(from.folder.at(besideName(mark)));
}

const READING = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Copies a file to a name that nobody has, whole or not at all, with the time at which it was last changed. */
export async function copyFile(from: End, to: End, move: Move, signal: AbortSignal): Done {
  const here = await markAt(to.folder, to.name);
  if (here !== null && isCopyOf(here, move.mark)) return false;
  if (here !== null) throw isTaken(move.to);
  const source = await open(from.folder.at(from.name), READING);
  try {
    const stats = await source.stat({ bigint: true });
    if (!isSame(markOf(stats), move.mark)) throw changedMeanwhile(move.from);
    if (stats.nlink > 1n) throw hasSecondName(move.from);
    const beside = to.folder.at(besideName(move.mark));
    await rm(beside, { force: true });
    const target = await open(beside, 'wx', Number(stats.mode & 0o777n));
    try {
      await fill(target, source, stats, signal);
      if (!isSame(markOf(await source.stat({ bigint: true })), move.mark)) throw changedMeanwhile(move.from);
      await nameIt(beside, to, move);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  return true;
}

async function fill(
  target: FileHandle,
  source: FileHandle,
  { atimeNs, mtimeNs }: { readonly atimeNs: bigint; readonly mtimeNs: bigint },
  signal: AbortSignal,
): Promise<void> {
  const chunk = Buffer.alloc(1024 * 1024);
  for (let at = 0; ; ) {
    signal.throwIfAborted();
    const { bytesRead } = await source.read(chunk, 0, chunk.length, at);
    if (bytesRead === 0) break;
    await target.writeFile(chunk.subarray(0, bytesRead));
    at += bytesRead;
  }
  await target.utimes(Number(atimeNs) / 1e9, Number(mtimeNs) / 1e9);
  await target.sync();
}

async function nameIt(beside: string, to: End, move: Move): Promise<void> {
  try {
    await link(beside, to.folder.at(to.name));
    await unlink(beside);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') throw isTaken(move.to);
    if (!noSecondName.has(code)) throw error;
    // Such a disk can only be asked first, and then told.
    if ((await markAt(to.folder, to.name)) !== null) throw isTaken(move.to);
    await rename(beside, to.folder.at(to.name));
  }
}

/** The same size and time in another file. */
export const isCopyOf = (one: Mark | 'other', original: Mark): boolean =>
  one !== 'other' && isSame({ ...one, dev: '', ino: '' }, original);
