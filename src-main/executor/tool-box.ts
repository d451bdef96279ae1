import type { Account } from '#connectors/sdk/account.ts';
import type { Action, Alarms, Folder, Surroundings, View } from '#connectors/sdk/action.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import type { Places } from '#connectors/sdk/places/places.ts';
import type { ActionName } from '#contract/model/action-name.ts';
import type { Orm } from '#db/open-database.ts';
import { findIntegration } from '#db/repositories/settings.ts';

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
  places: Places;
  knows(address: string): boolean;
}): ToolBox {
  const { connectors, alarms, fetch, accountOf, places, knows } = parts;
  const byProvider = new Map(connectors.map((connector) => [connector.provider, connector]));
  const actions = new Map(connectors.flatMap((connector) => connector.actions.map((action) => [action.name, action])));
  const folders = new Map(connectors.map(({ provider }) => [provider, parts.openFolder(provider)]));

  function folderOf(provider: string): Folder {
    const folder = folders.get(provider);
    if (!folder) throw new Error(`There is no connector ${provider}.`);
    return folder;
  }

  return {
    connectors,
    folderOf,
    accountOf,
    find: (name) => actions.get(name),
    titleOf: (provider) => byProvider.get(provider)?.title ?? provider,
    livesOnComputer: (provider) => byProvider.get(provider)?.lives === 'computer',
    isConnected(orm, provider) {
      const connector = byProvider.get(provider);
      // A folder of the person's own is used once they pick one.
      const isOnByItself = connector?.lives === 'computer' && connector.folders === undefined;
      return findIntegration(orm, provider) ?? isOnByItself;
    },
    surroundings(provider, view) {
      let signal: AbortSignal | undefined;
      return {
        view,
        alarms,
        fetch,
        places,
        knows,
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
