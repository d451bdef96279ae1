import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { changeFiles, type Way } from '#connectors/sdk/places/change-files.ts';
import { refusedBecause, told } from '#connectors/sdk/places/file-trouble.ts';
import { listFiles } from '#connectors/sdk/places/list-files.ts';
import { entryOf, markAt } from '#connectors/sdk/places/mark-of.ts';
import { type OpenFolder, openRoot, openWay } from '#connectors/sdk/places/open-folder.ts';
import { folderOf, isHidden, isStep, nameOf, partsOf } from '#connectors/sdk/places/place.ts';
import type { PickedFolder, Place, Places } from '#connectors/sdk/places/places.ts';
import { readWhole } from '#connectors/sdk/places/read-file.ts';
import { sayPlace } from '#connectors/sdk/places/say-file.ts';
import { isTrash, placeInTrash, trashFolder } from '#connectors/sdk/places/trash.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

export type PlacesOptions = {
  /** Asked anew each time: the person adds folders and takes them away. */
  folders(): readonly PickedFolder[];
  /** The trash in the person's home; null where files are not thrown away because they could not be put back. */
  readonly homeTrash: string | null;
};

/** Changes wait for each other: two plans never sort the same folder at once. */
let lastChange: Promise<unknown> = Promise.resolve();

/** The folders that the person picked, on this computer's disks. */
export function openPlaces({ folders, homeTrash }: PlacesOptions): Places {
  async function trash(): Promise<string> {
    if (homeTrash === null) {
      throw refusedBecause(
        t`On this system nothing is put in the trash, because it could not be put back. Nothing was done.`,
      );
    }
    await mkdir(homeTrash, { recursive: true, mode: 0o700 });
    return realpath(homeTrash);
  }

  function pickedPath(place: Place): string {
    const [root = ''] = partsOf(place);
    const picked = folders().find(({ name }) => name === root);
    if (picked) return picked.path;
    throw refusedBecause(t`${sayPlace(root)} is not one of the folders that you picked. Nothing was done.`);
  }

  function stepsOf(place: Place): readonly string[] {
    const [, ...steps] = partsOf(place);
    const isOpen = steps.every((step) => isStep(step) && !isHidden(step));
    if (isOpen) return steps;
    throw refusedBecause(t`${sayPlace(place)} leads to something hidden or out of your folders. Nothing was done.`);
  }

  async function openFolder(place: Place): Promise<OpenFolder> {
    const [root = ''] = partsOf(place);
    const steps = stepsOf(place);
    if (!isTrash(root)) return openWay(await openRoot(pickedPath(place)), steps);
    return openRoot(await madeFolder(trashFolder(root, await trash()).path, 'files'));
  }

  const way: Way = {
    check: (place) => void stepsOf(place),
    open: openFolder,
    async openInfo(place) {
      const [root = ''] = partsOf(place);
      return openRoot(await madeFolder(trashFolder(root, await trash()).path, 'info'));
    },
    pathOf: (place) => join(pickedPath(place), ...stepsOf(place)),
    topOf: (place) => trashFolder(partsOf(place)[0] ?? '', '').top,
  };

  async function inFolderOf<T>(place: Place, work: (folder: OpenFolder, name: string) => Promise<T>): Promise<T> {
    // A picked folder itself is not a file of any: it is neither moved nor read.
    if (partsOf(place).length < 2) throw refusedBecause(t`${sayPlace(place)} is a folder that you picked; it stays.`);
    stepsOf(place);
    const folder = await openFolder(folderOf(place));
    try {
      return await work(folder, nameOf(place));
    } finally {
      await folder.close();
    }
  }

  return {
    get folders() {
      return folders();
    },
    list: (place, options) =>
      told(place, async () => {
        pickedPath(place);
        return succeed(await listFiles(await openFolder(place), place, options));
      }),
    see: (place) =>
      told(place, () =>
        inFolderOf(place, async (folder, name) => {
          const mark = await markAt(folder, name);
          return succeed(mark === null || mark === 'other' ? null : entryOf(place, name, mark));
        }),
      ),
    read: (place, most) =>
      told(place, async () => {
        pickedPath(place);
        return inFolderOf(place, async (folder, name) => succeed(await readWhole(folder, name, place, most)));
      }),
    trashFor: (entry) =>
      told(entry.place, async () => succeed(await placeInTrash(entry, way.pathOf(entry.place), await trash()))),
    change(change, signal) {
      const about = change.moves?.[0]?.from ?? change.copies?.[0]?.from ?? change.makes?.[0] ?? '';
      const turn = lastChange.then(() =>
        told(about, async () => {
          await changeFiles(way, change, signal);
          return succeed(null);
        }),
      );
      lastChange = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function madeFolder(trash: string, name: 'files' | 'info'): Promise<string> {
  const path = join(trash, name);
  await mkdir(path, { recursive: true, mode: 0o700 });
  return path;
}
