import { lstat, mkdir, open, rmdir } from 'node:fs/promises';
import { changedMeanwhile, codeOf, FileTrouble, isGone } from '#connectors/sdk/places/file-trouble.ts';
import { isSame, markAt } from '#connectors/sdk/places/mark-of.ts';
import { copyFile, type End, moveFile, takeNameAway } from '#connectors/sdk/places/move-file.ts';
import type { OpenFolder } from '#connectors/sdk/places/open-folder.ts';
import { folderOf, nameOf, partsOf } from '#connectors/sdk/places/place.ts';
import type { Change, Move, Place } from '#connectors/sdk/places/places.ts';
import { isTrash, removeInfo, writeInfo } from '#connectors/sdk/places/trash.ts';
import { t } from '#contract/language/t.ts';

/** How the parts of a change get at the disk. */
export type Way = {
  /** Throws for a place that leads to something hidden, or out of the picked folders. */
  check(place: Place): void;
  /** The caller closes it. */
  open(folder: Place): Promise<OpenFolder>;
  /** The folder of notes beside a place in the trash. */
  openInfo(place: Place): Promise<OpenFolder>;
  pathOf(place: Place): string;
  topOf(trashed: Place): string | null;
};

/** Carries a change out. What can't be done whole is taken back as far as it came, and thrown. */
export async function changeFiles(way: Way, change: Change, signal: AbortSignal): Promise<void> {
  const { removes = [], makes = [], moves = [], copies = [], unmakes = [], trashedAt = '' } = change;
  const folders = new Map<Place, OpenFolder>();
  const done: (() => Promise<void>)[] = [];

  async function end(place: Place): Promise<End> {
    way.check(place);
    const at = folderOf(place);
    const folder = folders.get(at) ?? (await way.open(at));
    folders.set(at, folder);
    return { folder, name: nameOf(place) };
  }

  async function moveOne(move: Move): Promise<void> {
    signal.throwIfAborted();
    const [from, to] = [await end(move.from), await end(move.to)];
    if (isInTrash(move.to)) {
      await noting(way, move.to, (info) =>
        writeInfo(info, move.to, { path: way.pathOf(move.from), top: way.topOf(move.to), trashedAt }),
      );
    }
    const isNew = await moveFile(from, to, move, signal).catch(async (error: unknown) => {
      if (isInTrash(move.to) && !isSame(await markAt(to.folder, to.name), move.mark)) await forget(move.to);
      throw error;
    });
    if (isInTrash(move.from)) await forget(move.from);
    if (isNew) done.push(() => moveBack(move));
  }

  async function moveBack(move: Move): Promise<void> {
    const [from, to] = [await end(move.to), await end(move.from)];
    await moveFile(from, to, { from: move.to, to: move.from, mark: move.mark }, new AbortController().signal);
    if (isInTrash(move.to)) await forget(move.to);
  }

  const forget = (place: Place) => noting(way, place, (info) => removeInfo(info, place));

  try {
    for (const { place, mark } of removes) await removeFile(await end(place), place, mark);
    for (const place of makes) if (await makeFolder(await end(place), place)) done.push(() => unmake(place));
    for (const move of moves) await moveOne(move);
    for (const copy of copies) {
      signal.throwIfAborted();
      if (await copyFile(await end(copy.from), await end(copy.to), copy, signal)) done.push(() => removeCopy(copy));
    }
    await flush([...folders.values()]);
    for (const place of unmakes) await unmake(place);
  } catch (error) {
    await takeBack(done);
    throw error;
  } finally {
    for (const folder of folders.values()) await folder.close();
  }

  async function unmake(place: Place): Promise<void> {
    await folders.get(place)?.close();
    folders.delete(place);
    try {
      const { folder, name } = await end(place);
      await rmdir(folder.at(name));
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw error;
    }
  }

  async function removeCopy({ to }: Move): Promise<void> {
    const { folder, name } = await end(to);
    const mark = await markAt(folder, name);
    if (mark !== null && mark !== 'other') await takeNameAway({ folder, name }, { from: to, mark });
  }
}

/** Where even that is not to be had, the disk is asked how far it came before anything is said. */
async function takeBack(done: readonly (() => Promise<void>)[]): Promise<void> {
  try {
    for (const each of done.toReversed()) await each();
  } catch {
    throw new FileTrouble({ kind: 'outcome-unknown', service: t`your files` });
  }
}

const isInTrash = (place: Place): boolean => isTrash(partsOf(place)[0] ?? '');

async function noting(way: Way, place: Place, work: (info: OpenFolder) => Promise<void>): Promise<void> {
  const info = await way.openInfo(place);
  try {
    await work(info);
  } finally {
    await info.close();
  }
}

async function removeFile(at: End, place: Place, mark: Move['mark']): Promise<void> {
  const now = await markAt(at.folder, at.name);
  if (now === null) return;
  if (!isSame(now, mark)) throw changedMeanwhile(place);
  await takeNameAway(at, { from: place, mark });
}

/** True when it was made now. */
async function makeFolder({ folder, name }: End, place: Place): Promise<boolean> {
  try {
    await mkdir(folder.at(name));
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (!(await lstat(folder.at(name))).isDirectory()) throw isGone(place);
    return false;
  }
}

/** So that a power cut finds each file under one name at least. */
async function flush(folders: readonly OpenFolder[]): Promise<void> {
  if (process.platform === 'win32') return;
  for (const { self } of folders) {
    const handle = await open(self, 'r');
    await handle.sync().finally(() => handle.close());
  }
}
