import type { AccountDefinition } from '#connectors/sdk/account.ts';
import type { Action } from '#connectors/sdk/action.ts';
import type { HappeningDefinition, Watching } from '#connectors/sdk/happening.ts';

/** For a connector that works in folders of the person's own, which they pick one by one. */
export type FoldersDefinition = {
  /** What is seen and left alone in a folder that is picked, in one or two sentences. */
  readonly help: string;
  /** What is left once a folder is taken out again. */
  readonly staysBehind: string;
};

export type Connector = {
  /** Folder name and first part of each action's name. */
  readonly provider: string;
  readonly title: string;
  /** One plain sentence for the Integrations screen. */
  readonly says: string;
  readonly lives: 'computer' | 'account';
  /** How its account is connected; for `lives: 'account'` alone. Without it, it is only switched on and off. */
  readonly account?: AccountDefinition;
  /** With it, the connector is used once a folder is picked, and only there; for `lives: 'computer'` alone. */
  readonly folders?: FoldersDefinition;
  /** Calls that its service takes at the same time; 4 for an account and 64 on this computer when not said. */
  readonly atOnce?: number;
  readonly actions: readonly Action[];
  /** What it reports, for automations to wait for; none when absent. */
  readonly happenings?: readonly HappeningDefinition[];
  /** Called once after the start. It returns at once and goes on watching until `signal` is aborted. */
  watch?(watching: Watching): void;
  /** Files in its folder that other programs can open. */
  readonly files: readonly { readonly name: string; readonly title: string; readonly mediaType: string }[];
};

/** Declares a connector; the registry finds it as `connectors/<provider>/connector.ts`. */
export function defineConnector(connector: Connector): Connector {
  for (const action of connector.actions) {
    if (!action.name.startsWith(`${connector.provider}.`)) {
      throw new Error(`${action.name} does not belong to the connector ${connector.provider}.`);
    }
  }
  if (connector.account && connector.lives !== 'account') {
    throw new Error(`The connector ${connector.provider} lives on this computer and can have no account.`);
  }
  return connector;
}
