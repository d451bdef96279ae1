import type { Folder } from '#connectors/sdk/action.ts';
import type { Dav, DavCollection, DavObject } from '#connectors/sdk/dav/open-dav.ts';
import { ServiceFailure } from '#connectors/sdk/service-failure.ts';

/** What has to be asked of the service so that it keeps what the text says. */
export type Edit =
  | { readonly kind: 'create'; readonly uid: string; readonly text: string }
  | { readonly kind: 'update'; readonly object: DavObject; readonly text: string }
  | { readonly kind: 'remove'; readonly object: DavObject };

/** How the objects of an account make the one file that the actions work on, and back. */
export type FileForm<Kept extends { readonly uid: string; readonly object: DavObject }> = {
  readonly fileName: string;
  /** How the name of a file at the service ends: `.ics`. */
  readonly ending: string;
  /** Null for what holds nothing that can be read. */
  read(object: DavObject): Kept | null;
  join(all: readonly Kept[]): string;
  /** Compares the file as it was read with the text that it is to be. */
  editsFor(before: readonly Kept[], text: string): readonly Edit[];
  /** What is said where there is no collection: `a calendar in your account`. */
  readonly missing: string;
};

/** What is known of an account since the app started, so that looking again asks only for what changed. */
type Memory = {
  readonly collections: readonly DavCollection[];
  readonly objects: Map<string, Map<string, DavObject>>;
  readonly tokens: Map<string, string>;
};
const memories = new Map<string, Memory>();

type At<Kept extends { readonly uid: string; readonly object: DavObject }> = {
  readonly dav: Dav;
  readonly form: FileForm<Kept>;
  /** What the account is remembered by. */
  readonly account: string;
  /** The connector’s own folder, for every other file. */
  readonly own: Folder;
  /** Where what is new goes; the first one when it is not said. */
  readonly newIn?: DavCollection | undefined;
};

/**
 * The account as the one file that the actions work on. Reading asks the service what changed; writing sends what
 * differs from what was read, each item only while it is as it was read: what somebody changed in between is never
 * written over.
 */
export function accountFolder<Kept extends { readonly uid: string; readonly object: DavObject }>({
  dav,
  form,
  account,
  own,
  newIn,
}: At<Kept>): Folder {
  let before: readonly Kept[] = [];

  async function write(text: string): Promise<void> {
    const memory = await remembered(dav, account);
    const place = newIn ?? memory.collections[0];
    if (!place) throw new ServiceFailure({ kind: 'not-found', what: form.missing });
    for (const edit of form.editsFor(before, text)) {
      if (edit.kind === 'create') await dav.create(addressFor(place, edit.uid, form.ending), edit.text);
      else if (edit.kind === 'update') await dav.update(edit.object, edit.text);
      else await dav.remove(edit.object);
    }
  }

  return {
    exclusively: own.exclusively,
    list: async () => [form.fileName, ...(await own.list())],
    async read(name) {
      if (name !== form.fileName) return own.read(name);
      before = await readAll(dav, form, await remembered(dav, account));
      // An account without anything in it is an empty file, and not one that is missing.
      return Buffer.from(form.join(before));
    },
    write: (name, bytes) =>
      name === form.fileName
        ? write(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8'))
        : own.write(name, bytes),
    remove: (name) => (name === form.fileName ? write(form.join([])) : own.remove(name)),
  };
}

/** The collections of the account, asked for once while the app runs. */
export const collectionsOf = async (dav: Dav, account: string): Promise<readonly DavCollection[]> =>
  (await remembered(dav, account)).collections;

/** Where a new item goes: its own id, as far as that can stand in an address. */
const addressFor = ({ url }: DavCollection, uid: string, ending: string): string =>
  new URL(`${uid.replaceAll(/[^A-Za-z0-9._-]/g, '-')}${ending}`, url.endsWith('/') ? url : `${url}/`).href;

async function remembered(dav: Dav, account: string): Promise<Memory> {
  const known = memories.get(account);
  if (known) return known;
  const memory: Memory = { collections: await dav.collections(), objects: new Map(), tokens: new Map() };
  memories.set(account, memory);
  return memory;
}

/** The account is signed in to anew, or its password was turned away: nothing that is known of it counts. */
export const forgetAccount = (account: string): void => void memories.delete(account);

async function readAll<Kept extends { readonly uid: string; readonly object: DavObject }>(
  dav: Dav,
  form: FileForm<Kept>,
  memory: Memory,
): Promise<readonly Kept[]> {
  const all = new Map<string, Kept>();
  for (const collection of memory.collections) {
    const since = memory.tokens.get(collection.url) ?? null;
    const { changed, gone, syncToken, isWhole } = await dav.changesIn(collection, since);
    const objects = isWhole ? new Map<string, DavObject>() : (memory.objects.get(collection.url) ?? new Map());
    for (const url of gone) objects.delete(url);
    for (const object of changed) objects.set(object.url, object);
    memory.objects.set(collection.url, objects);
    if (syncToken === null) memory.tokens.delete(collection.url);
    else memory.tokens.set(collection.url, syncToken);
    for (const url of [...objects.keys()].sort()) {
      const object = objects.get(url);
      const kept = object && form.read(object);
      // The same item in two collections is the one in the first.
      if (kept && !all.has(kept.uid)) all.set(kept.uid, kept);
    }
  }
  return [...all.values()].sort((one, other) => (one.uid < other.uid ? -1 : 1));
}
