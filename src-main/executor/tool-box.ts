import type { Account } from '#connectors/sdk/account.ts';
import type { Action, Alarms, Folder, Reword, Surroundings, View } from '#connectors/sdk/action.ts';
import type { Connector } from '#connectors/sdk/connector.ts';
import { scopesOf } from '#connectors/sdk/oauth/sign-in-definition.ts';
import type { Places } from '#connectors/sdk/places/places.ts';
import { type ActionName, connectorOf } from '#contract/model/action-name.ts';
import type { StepId } from '#contract/model/plan.ts';
import type { Orm } from '#db/open-database.ts';
import { findIntegration } from '#db/repositories/settings.ts';
import { createPeopleBook, type PeopleBook } from '#main/memory/people-book.ts';

/** Every connector with what it may touch. */
export type ToolBox = {
  /** As they stand now: the person adds and removes some. */
  readonly connectors: readonly Connector[];
  find(action: ActionName): Action | undefined;
  /** Whether the person lets it be used; connectors on this computer are on until switched off. */
  isConnected(orm: Orm, provider: string): boolean;
  /** Of an account that is signed in to in the browser: whether what the action needs was allowed there. */
  isAllowed(action: ActionName): boolean;
  livesOnComputer(provider: string): boolean;
  folderOf(provider: string): Folder;
  /** What the person knows it by. */
  titleOf(provider: string): string;
  /** The connected account; null for what has none. */
  accountOf(provider: string): Account | null;
  /** Whom the person has saved; they count as known. */
  readonly people: PeopleBook;
  surroundings(provider: string, view: View): Surroundings;
  /** Has a model put lines shorter for a step; undefined where none is to be asked. */
  rewordFor(step: StepOfRun): Reword | undefined;
};

/** What something is done for. */
export type StepOfRun = { readonly runId: string; readonly stepId: StepId };

/** After this the action's signal is aborted; what heeds it is cut, and its outcome looked up. */
const usualTimeLimit = () => 60_000;

export function createToolBox(parts: {
  connectors: readonly Connector[];
  /** Those that come and go while the app runs; a new list each time that they change. */
  added?: () => readonly Connector[];
  openFolder(provider: string): Folder;
  alarms: Alarms;
  fetch: typeof globalThis.fetch;
  accountOf(provider: string): Account | null;
  places: Places;
  rewordFor?: (step: StepOfRun) => Reword;
  orm: Orm;
  /** In milliseconds. */
  timeLimit?: (() => number) | undefined;
}): ToolBox {
  const { alarms, fetch, accountOf, places, added = () => none, timeLimit = usualTimeLimit } = parts;
  const folders = new Map<string, Folder>();
  let known = index(parts.connectors, added());

  /** Indexed anew only when another list is handed in. */
  function now(): Index {
    const current = added();
    if (known.added !== current) known = index(parts.connectors, current);
    return known;
  }

  function folderOf(provider: string): Folder {
    if (!now().byProvider.has(provider)) throw new Error(`There is no connector ${provider}.`);
    const folder = folders.get(provider) ?? parts.openFolder(provider);
    folders.set(provider, folder);
    return folder;
  }

  function isConnected(orm: Orm, provider: string): boolean {
    const connector = now().byProvider.get(provider);
    // A folder of the person's own is used once they pick one.
    const isOnByItself = connector?.lives === 'computer' && connector.folders === undefined;
    return findIntegration(orm, provider) ?? isOnByItself;
  }
  const people = createPeopleBook({
    orm: parts.orm,
    holders: () => now().connectors.filter((each) => each.people && isConnected(parts.orm, each.provider)),
    folderOf,
  });

  async function followed(): Promise<readonly string[]> {
    const holders = now().connectors.filter((each) => each.followed && isConnected(parts.orm, each.provider));
    return (
      await Promise.all(holders.map(async (each) => (await each.followed?.(folderOf(each.provider))) ?? []))
    ).flat();
  }

  return {
    get connectors() {
      return now().connectors;
    },
    people,
    isConnected,
    folderOf,
    accountOf,
    find: (name) => now().actions.get(name),
    titleOf: (provider) => now().byProvider.get(provider)?.title ?? provider,
    livesOnComputer: (provider) => now().byProvider.get(provider)?.lives === 'computer',
    rewordFor: (step) => parts.rewordFor?.(step),
    isAllowed(name) {
      const connector = now().byProvider.get(connectorOf(name));
      if (!connector?.account?.signIn) return true;
      const granted = scopesOf(accountOf(connector.provider)?.settings ?? {});
      const wanted = now().actions.get(name)?.scopes;
      return wanted?.every((scope) => granted.includes(scope)) ?? false;
    },
    surroundings(provider, view) {
      let signal: AbortSignal | undefined;
      return {
        view,
        alarms,
        fetch,
        places,
        knows: (address) => people.nameOf(address) !== null,
        followed,
        folder: folderOf(provider),
        get account() {
          return accountOf(provider);
        },
        get signal() {
          signal ??= AbortSignal.timeout(timeLimit());
          return signal;
        },
      };
    },
  };
}

const none: readonly Connector[] = [];

type Index = {
  readonly added: readonly Connector[];
  readonly connectors: readonly Connector[];
  readonly byProvider: ReadonlyMap<string, Connector>;
  readonly actions: ReadonlyMap<ActionName, Action>;
};

function index(shipped: readonly Connector[], added: readonly Connector[]): Index {
  const connectors = [...shipped, ...added];
  return {
    added,
    connectors,
    byProvider: new Map(connectors.map((connector) => [connector.provider, connector])),
    actions: new Map(connectors.flatMap(({ actions }) => actions.map((action) => [action.name, action]))),
  };
}
