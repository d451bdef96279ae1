import { addressFor, editsFor, joinObjects, type Kept, readObject } from '#connectors/caldav/calendar-objects.ts';
import { DavFailure } from '#connectors/caldav/dav-failure.ts';
import type { Dav, DavCalendar, DavObject } from '#connectors/caldav/open-dav.ts';
import type { Folder } from '#connectors/sdk/action.ts';
import { CALENDAR_FILE } from '#connectors/sdk/calendar/calendar-file.ts';

/** What is known of an account since the app started, so that looking again asks only for what changed. */
type Memory = {
  readonly calendars: readonly DavCalendar[];
  readonly objects: Map<string, Map<string, DavObject>>;
  readonly tokens: Map<string, string>;
};
const memories = new Map<string, Memory>();

/**
 * The account as the one calendar file that the actions work on. Reading asks the service what changed; writing sends
 * what differs from what was read, each event only while it is as it was read: an event that somebody changed in
 * between is never written over.
 */
export function accountFolder(dav: Dav, account: string, own: Folder): Folder {
  let before: readonly Kept[] = [];

  async function write(text: string): Promise<void> {
    const memory = await remembered(dav, account);
    const [first] = memory.calendars;
    if (!first) throw new DavFailure({ kind: 'not-found', what: 'a calendar in your account' });
    for (const edit of editsFor(before, text)) {
      if (edit.kind === 'create') await dav.create(addressFor(first, edit.uid), edit.text);
      else if (edit.kind === 'update') await dav.update(edit.object, edit.text);
      else await dav.remove(edit.object);
    }
  }

  return {
    exclusively: own.exclusively,
    list: async () => [CALENDAR_FILE],
    async read(name) {
      if (name !== CALENDAR_FILE) return null;
      const memory = await remembered(dav, account);
      before = await readAll(dav, memory);
      // An account without an event is an empty calendar, and not one that is missing.
      return Buffer.from(joinObjects(before));
    },
    write: (_name, bytes) => write(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')),
    remove: () => write(joinObjects([])),
  };
}

async function remembered(dav: Dav, account: string): Promise<Memory> {
  const known = memories.get(account);
  if (known) return known;
  const memory: Memory = { calendars: await dav.calendars(), objects: new Map(), tokens: new Map() };
  memories.set(account, memory);
  return memory;
}

/** The account is signed in to anew, or its password was turned away: nothing that is known of it counts. */
export const forgetAccount = (account: string): void => void memories.delete(account);

async function readAll(dav: Dav, memory: Memory): Promise<readonly Kept[]> {
  const all = new Map<string, Kept>();
  for (const calendar of memory.calendars) {
    const since = memory.tokens.get(calendar.url) ?? null;
    const { changed, gone, syncToken, isWhole } = await dav.changesIn(calendar, since);
    const objects = isWhole ? new Map<string, DavObject>() : (memory.objects.get(calendar.url) ?? new Map());
    for (const url of gone) objects.delete(url);
    for (const object of changed) objects.set(object.url, object);
    memory.objects.set(calendar.url, objects);
    if (syncToken === null) memory.tokens.delete(calendar.url);
    else memory.tokens.set(calendar.url, syncToken);
    for (const url of [...objects.keys()].sort()) {
      const object = objects.get(url);
      const kept = object && readObject(object);
      // The same event in two calendars is the one in the first.
      if (kept && !all.has(kept.uid)) all.set(kept.uid, kept);
    }
  }
  return [...all.values()].sort((one, other) => (one.uid < other.uid ? -1 : 1));
}
