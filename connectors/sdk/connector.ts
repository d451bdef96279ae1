import type { AccountDefinition } from '#connectors/sdk/account.ts';
import type { Action, Folder } from '#connectors/sdk/action.ts';
import type { HappeningDefinition, Watching } from '#connectors/sdk/happening.ts';
import type { OwnTexts } from '#connectors/sdk/own-text.ts';
import type { PracticeAccount } from '#connectors/sdk/practice-account.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';

/** A file that the person can hand to a connector; what becomes of it is a request like any other. */
export type TakesFile = {
  /** On the button: `Take in a contacts file (vCard)`. */
  readonly title: string;
  /** How its name has to end: `.vcf`. */
  readonly ending: string;
  readonly mostBytes: number;
  /** The request that follows, in the person's words. */
  asks(name: string): string;
};

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
  /** Its made-up account; without one it is left out of the practice life. */
  readonly practice?: PracticeAccount;
  /** Calls that its service takes at the same time; 4 for an account and 64 on this computer when not said. */
  readonly atOnce?: number;
  readonly actions: readonly Action[];
  /** What it reports, for automations to wait for; none when absent. */
  readonly happenings?: readonly HappeningDefinition[];
  /** Called once after the start. It returns at once and goes on watching until `signal` is aborted. */
  watch?(watching: Watching): void;
  /** What of the person's it keeps on this computer, to be found again by what it says. */
  readonly texts?: OwnTexts;
  /** The people that its folder holds: names in sentences mean them, and they count as known. Nothing is asked of anybody. */
  people?(folder: Folder): Promise<readonly SavedPerson[]>;
  /** Calendars that are only read, as text: they stand beside the person's own wherever those are looked at. */
  followed?(folder: Folder): Promise<readonly string[]>;
  readonly takesFile?: TakesFile;
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
