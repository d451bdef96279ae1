import type { Folder } from '#connectors/sdk/action.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';
import type { Orm } from '#db/open-database.ts';
import { listMemoryItems } from '#db/repositories/memory-items.ts';

/** Whom the person has saved: in their contacts, and in what they told the app to remember. */
export type PeopleBook = {
  /** Reads the contacts again where they changed; asks nobody. */
  refresh(): Promise<void>;
  /** Everybody in the contacts that are switched on, as last read. */
  contacts(): readonly SavedPerson[];
  /** The name that an address is saved under, blind to capitals; null for one that is nobody’s. */
  nameOf(address: string): string | null;
};

type Parts = {
  readonly orm: Orm;
  /** The connectors whose people count. */
  holders(): readonly Connector[];
  folderOf(provider: string): Folder;
};

export function createPeopleBook({ orm, holders, folderOf }: Parts): PeopleBook {
  let read: readonly { readonly provider: string; readonly people: readonly SavedPerson[] }[] = [];
  let shown: { readonly from: typeof read; readonly people: readonly SavedPerson[] } = { from: [], people: [] };
  let reading: Promise<void> | null = null;

  async function readAll(): Promise<void> {
    const all = holders().map(async ({ provider, people }) => {
      const before = read.find((each) => each.provider === provider)?.people ?? [];
      // A folder that can't be read for a moment forgets nobody.
      const now = await Promise.resolve(people?.(folderOf(provider))).catch(() => before);
      return { provider, people: now ?? [] };
    });
    read = await Promise.all(all);
  }

  /** What was switched off since it was read counts no more. The same list as long as nothing changes. */
  function contacts(): readonly SavedPerson[] {
    const on = new Set(holders().map(({ provider }) => provider));
    const counts = read.filter(({ provider }) => on.has(provider));
    const isSame = shown.from.length === counts.length && counts.every((each, index) => each === shown.from[index]);
    if (!isSame) shown = { from: counts, people: counts.flatMap(({ people }) => people) };
    return shown.people;
  }

  return {
    refresh() {
      reading ??= readAll().finally(() => {
        reading = null;
      });
      return reading;
    },
    contacts,
    nameOf(address) {
      const wanted = plain(address);
      const item = listMemoryItems(orm, 'known').find((each) => each.kind === 'person' && plain(each.email) === wanted);
      if (item?.kind === 'person') return item.name;
      const saved = contacts().find(({ emails }) => emails.some((email) => plain(email) === wanted));
      return saved ? saved.name || address : null;
    },
  };
}

const plain = (address: string): string => address.trim().toLowerCase();
