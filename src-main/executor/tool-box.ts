import type { Account } from '#connectors/sdk/account.ts';
import type { Action, Alarms, Folder, Surroundings, View } from '#connectors/sdk/action.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { Orm } from '#db/open-database.ts';
import { findIntegration } from '#db/repositories/settings.ts';
import { createPeopleBook, type PeopleBook } from '#main/memory/people-book.ts';

/** Every connector with what it may touch. */
export type ToolBox = {
  readonly connectors: readonly Connector[];
  find(action: ActionName): Action | undefined;
  /** Whether the person lets it be used; connectors on this computer are on until switched off. */
  isConnected(orm: Orm, provider: string): boolean;
  livesOnComputer(provider: string): boolean;
  folderOf(provider: string): Folder;
  /** What the person knows it by. */
  titleOf(provider: string): string;
  /** The connected account; null for what has none. */
  accountOf(provider: string): Account | null;
  /** Whom the person has saved; they count as known. */
  readonly people: PeopleBook;
  surroundings(provider: string, view: View): Surroundings;
};

/** After this the action's signal is aborted; what heeds it is cut, and its outcome looked up. */
const TIME_LIMIT_MS = 60_000;

export function createToolBox(parts: {
  connectors: readonly Connector[];
  openFolder(provider: string): Folder;
  alarms: Alarms;
  fetch: typeof globalThis.fetch;
  accountOf(provider: string): Account | null;
  orm: Orm;
}): ToolBox {
  const { connectors, alarms, fetch, accountOf } = parts;
  const byProvider = new Map(connectors.map((connector) => [connector.provider, connector]));
  const actions = new Map(connectors.flatMap((connector) => connector.actions.map((action) => [action.name, action])));
  const folders = new Map(connectors.map(({ provider }) => [provider, parts.openFolder(provider)]));

  function folderOf(provider: string): Folder {
    const folder = folders.get(provider);
    if (!folder) throw new Error(`There is no connector ${provider}.`);
    return folder;
  }

  const isConnected = (orm: Orm, provider: string): boolean =>
    findIntegration(orm, provider) ?? byProvider.get(provider)?.lives === 'computer';
  const people = createPeopleBook({
    orm: parts.orm,
    holders: () => connectors.filter((each) => each.people && isConnected(parts.orm, each.provider)),
    folderOf,
  });

  async function followed(): Promise<readonly string[]> {
    const holders = connectors.filter((each) => each.followed && isConnected(parts.orm, each.provider));
    return (
      await Promise.all(holders.map(async (each) => (await each.followed?.(folderOf(each.provider))) ?? []))
    ).flat();
  }

  return {
    connectors,
    people,
    isConnected,
    folderOf,
    accountOf,
    find: (name) => actions.get(name),
    titleOf: (provider) => byProvider.get(provider)?.title ?? provider,
    livesOnComputer: (provider) => byProvider.get(provider)?.lives === 'computer',
    surroundings(provider, view) {
      let signal: AbortSignal | undefined;
      return {
        view,
        alarms,
        fetch,
        knows: (address) => people.nameOf(address) !== null,
        followed,
        folder: folderOf(provider),
        get account() {
          return accountOf(provider);
        },
        get signal() {
          signal ??= AbortSignal.timeout(TIME_LIMIT_MS);
          return signal;
        },
      };
    },
  };
}
