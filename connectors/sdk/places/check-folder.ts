import { constants } from 'node:fs';
import { access, lstat, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, parse, resolve, sep } from 'node:path';
import { type Attempt, attempted, troubled } from '#connectors/sdk/account.ts';
import { foldName, isHidden } from '#connectors/sdk/places/place.ts';
import type { PickedFolder } from '#connectors/sdk/places/places.ts';
import { sayName, sayPlace } from '#connectors/sdk/places/say-file.ts';
import { isTrash } from '#connectors/sdk/places/trash.ts';
import { t } from '#contract/language/t.ts';

export type FolderAround = {
  /** Those that are picked already. */
  readonly picked: readonly PickedFolder[];
  /** Where Life OS keeps its own things. */
  readonly dataFolder: string;
};

const MOST_NAME = 60;
const MOST_PATH = 2_000;
const FIELD = 'folder';

/** What belongs to the system and not to a person. */
const ofTheSystem = ['/bin', '/boot', '/dev', '/etc', '/lib', '/proc', '/run', '/sbin', '/sys', '/usr', '/var'];

/**
 * Whether a folder can be picked, and by which name it is then known. Its path is kept as it really is, so that a link
 * set up later leads nowhere new.
 */
export async function checkFolder(typed: string, { picked, dataFolder }: FolderAround): Promise<Attempt<PickedFolder>> {
  const no = (says: string) => troubled('settings', says, FIELD);
  const said = typed.trim().replace(/^~(?=$|[/\\])/, homedir());
  if (said === '') return no(t`Say which folder.`);
  if (!isAbsolute(said)) return no(t`Write the whole way to the folder, such as ${join(homedir(), 'Downloads')}.`);
  const path = await realpath(resolve(said)).catch(() => null);
  if (path === null) return no(t`There is no such folder on this computer.`);
  if (!(await lstat(path)).isDirectory()) return no(t`This is a file. Pick the folder that it is in.`);
  if (path.length > MOST_PATH) return no(t`The way to this folder is too long.`);
  const why = whyNot(path, await realpath(dataFolder).catch(() => resolve(dataFolder)));
  if (why !== null) return no(why);
  const overlap = picked.find((each) => isInside(path, each.path) || isInside(each.path, path));
  if (overlap?.path === path) return no(t`You have picked this folder already: ${sayPlace(overlap.name)}.`);
  if (overlap) {
    return no(t`It overlaps with ${sayPlace(overlap.name)}, which you have picked already. Take that one out first.`);
  }
  const mayUse = await access(path, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!mayUse) return no(t`This computer does not let Life OS look into that folder.`);
  return attempted({ name: freeName(basename(path), picked), path });
}

const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function whyNot(path: string, dataFolder: string): string | null {
  const home = homedir();
  if (path === parse(path).root) return t`That is the whole disk. Pick a folder with things of yours.`;
  if (path === home || isInside(home, path)) {
    return t`That is your whole home, with the keys and settings of other programs in it. Pick a folder in it, such as Downloads.`;
  }
  if (isInside(dataFolder, path) || isInside(path, dataFolder)) {
    return t`Life OS keeps its own things there. Pick another folder.`;
  }
  const isOfTheSystem = ofTheSystem.some((folder) => isInside(path, folder)) && !isInside(path, '/run/media');
  if (isOfTheSystem) return t`That belongs to the system. Pick a folder with things of yours.`;
  const steps = path.split(sep);
  if (steps.some(isHidden))
    return t`That is a hidden folder; other programs keep their own things there. Pick another one.`;
  return null;
}

/** `Downloads`, or `Downloads 2` beside another of that name; a record of settings can hold it. */
function freeName(given: string, picked: readonly PickedFolder[]): string {
  const seen = sayName(given)
    .replaceAll('/', ' ')
    .slice(0, MOST_NAME - 4);
  const taken = new Set(picked.map(({ name }) => foldName(name)));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? seen : `${seen} ${n}`;
    if (!taken.has(foldName(name)) && !isTrash(name)) return name;
  }
}
