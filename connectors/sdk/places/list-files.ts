import { readdir } from 'node:fs/promises';
import { codeOf } from '#connectors/sdk/places/file-trouble.ts';
import { entryOf, markAt } from '#connectors/sdk/places/mark-of.ts';
import type { OpenFolder } from '#connectors/sdk/places/open-folder.ts';
import { isHidden, isStep, within } from '#connectors/sdk/places/place.ts';
import type { Entry, Listing, ListOptions, Mark, Place } from '#connectors/sdk/places/places.ts';

/** Names looked at in one go; more of a computer than that is no folder of the person's. */
const MOST_LOOKED_AT = 300_000;
const MOST_DEEP = 32;
/** Asked of the disk at once. */
const AT_ONCE = 128;

const NAMES_AT_ONCE = 2_000;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Lists a folder that is open, and closes it. Sorted by place. */
export async function listFiles(folder: OpenFolder, place: Place, options: ListOptions): Promise<Listing> {
  const entries: Entry[] = [];
  let passedOver = 0;
  let looked = 0;
  let isCut = false;

  async function lookInto(open: OpenFolder, at: Place, depth: number): Promise<void> {
    const names = (await readdir(open.self, { withFileTypes: true })).filter(({ name }) => !isHidden(name));
    const room = MOST_LOOKED_AT - looked;
    if (names.length > room) isCut = true;
    const here = names.slice(0, room);
    looked += here.length;
    const inner: string[] = [];
    const wanted: string[] = [];
    for (const [index, each] of here.entries()) {
      // Everything else in the app goes on while a large folder is gone through.
      if (index % NAMES_AT_ONCE === NAMES_AT_ONCE - 1) await nextTurn();
      const kind: Mark['kind'] | null = each.isFile() ? 'file' : each.isDirectory() ? 'folder' : null;
      if (kind === null || !isStep(each.name)) {
        passedOver += 1;
        continue;
      }
      if (kind === 'folder') inner.push(each.name);
      if (options.wants?.(each.name, kind) ?? true) wanted.push(each.name);
    }
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      options.signal.throwIfAborted();
      const marks = wanted.slice(from, from + AT_ONCE).map(async (name) => ({ name, mark: await markAt(open, name) }));
      for (const { name, mark } of await Promise.all(marks)) {
        if (mark === null || mark === 'other') passedOver += 1;
        else entries.push(entryOf(within(at, name), name, mark));
      }
    }
    await open.check();
    if (!options.deep) return;
    if (depth >= MOST_DEEP) isCut ||= inner.length > 0;
    else for (const name of inner) await lookDeeper(open, within(at, name), name, depth);
  }

  /** A folder that can't be looked into, or is gone by now, takes nothing from the others. */
  async function lookDeeper(open: OpenFolder, at: Place, name: string, depth: number): Promise<void> {
    let deeper: OpenFolder;
    try {
      deeper = await open.open(name);
    } catch (error) {
      if (codeOf(error) === '') throw error;
      passedOver += 1;
      return;
    }
    try {
      await lookInto(deeper, at, depth + 1);
    } catch (error) {
      if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'ENOENT') throw error;
      passedOver += 1;
    } finally {
      await deeper.close();
    }
  }

  try {
    await lookInto(folder, place, 0);
  } finally {
    await folder.close();
  }
  entries.sort((one, other) => (one.place < other.place ? -1 : 1));
  return { entries, passedOver, isCut };
}
