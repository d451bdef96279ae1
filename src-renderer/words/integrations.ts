import { t } from '#contract/language/t.ts';
import type { Delivery } from '#contract/model/action-name.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Capability } from '#contract/model/integration.ts';

export const integrationsWords = {
  title: t`Integrations`,
  intro: t`What Life OS can work with. Switch off what you don’t want it to use.`,
  onComputer: t`On this computer`,
  accounts: t`Accounts`,
  canDo: t`What it can do`,
  files: t`Files you can open in other programs`,
  save: (name: string) => t`Save “${name}”`,
  tooLarge: (most: number) => t`This file is larger than ${most} MB, too large to take in.`,
  switchLabel: (title: string) => t`Use ${title}`,
  loading: t`Looking at what is connected…`,
  undoable: t`can be undone`,
  notUndoable: t`can’t be undone`,
  signInDue: t`Something looked suspicious. Sign in again, or switch it off, before what it held back goes on.`,
  signInAgain: t`Sign in again`,
  switchedOff: t`Switched off. Nothing of it is used.`,
  notConnected: t`Not connected yet.`,
  connect: t`Connect`,
  connectTitle: (title: string) => t`Connect ${title}`,
  goOn: t`Continue`,
  back: t`Back`,
  signIn: t`Sign in and connect`,
  serverSettings: t`Server settings`,
  nothingSaved: t`You are signed in to try it. Only then is anything saved: the password in the keychain of this computer, the rest here.`,
  connectedAs: (name: string) => t`Connected as ${name}`,
  connectedNow: t`It is connected. What Life OS may do with it stands below; nothing is sent without your OK.`,
  lastSync: (when: string) => t`Last answer: ${when}`,
  neverSynced: t`Not used yet`,
  test: t`Test the connection`,
  disconnect: t`Disconnect`,
  disconnectTitle: (title: string) => t`Disconnect ${title}?`,
  disconnectConfirm: t`Disconnect`,
  disconnectBack: t`Keep it`,
  newPassword: t`Enter the password again`,
  mayDo: t`What it may do`,
  guide: t`How to make your client`,
  pasteInstead: t`Paste the ID and the secret instead`,
  anotherClient: t`Use another client`,
  signInInBrowser: t`Sign in in your browser`,
  waiting: (title: string) => t`Waiting for you to come back from ${title}`,
  waitingOpened: (title: string) =>
    t`Your browser has opened ${title}. Sign in there and allow what you want; here it goes on by itself.`,
  waitingToOpen: (title: string) =>
    t`Open ${title} in your browser, sign in there and allow what you want; here it goes on by itself.`,
  openPage: (title: string) => t`Open ${title} to sign in`,
  openAgain: t`Open it again`,
  tryAgain: t`Try again`,
  allowMore: t`Allow more`,
  allowed: (labels: readonly string[]) => t`You have allowed: ${labels.join(', ')}`,
  ending: (when: string) => t`This sign-in ends ${when}.`,
  notNow: t`Not working just now`,
  canBeSetUp: t`Can be set up`,
  emptyTitle: t`Nothing to connect yet`,
  emptySays: t`Once there is something that Life OS can work with, it stands here.`,
} as const;

export const foldersWords = {
  none: t`No folder is picked, so nothing of your files is seen.`,
  picked: t`Folders that you picked`,
  add: t`Pick a folder`,
  addNamed: (name: string) => t`Add ${name}`,
  addThis: t`Add this folder`,
  path: t`Where the folder is`,
  pathNote: t`The whole way, as your file manager shows it: /home/ana/Downloads`,
  back: t`Back`,
  takeOut: t`Take out`,
  takeOutTitle: (name: string) => t`Take out ${name}?`,
  takeOutConfirm: t`Take it out`,
  takeOutBack: t`Keep it`,
} as const;

export const capabilityWords: Readonly<Record<Capability, string>> = {
  supported: t`Works now`,
  partial: t`Works in part`,
  planned: t`Not yet`,
};

export const deliveryWords: Readonly<Record<Delivery, string>> = {
  'exactly-once': t`never done twice`,
  'at-most-once': t`never tried a second time`,
  'needs-a-check': t`asks you if it can’t tell whether it worked`,
};

/** Why an account did not answer, where the person can do something about it. */
export function healthSentence(failure: Failure): string {
  switch (failure.kind) {
    case 'needs-reconnect':
      return failure.because === undefined
        ? t`It turned the password away. Enter it again, or a new one.`
        : t`${failure.because}. Sign in again to allow it.`;
    case 'secrets-closed':
      return failure.because;
    case 'rate-limited':
      return t`It asked to wait a moment. What is to be done there is tried again by itself.`;
    default:
      return t`It could not be reached. What is to be done there is tried again by itself.`;
  }
}

export const secretsWords = {
  form: t`Where your passwords are kept`,
  newPassphrase: t`A passphrase of your own`,
  newPassphraseNote: t`At least 12 characters; a few words are easy to keep in mind. Without it nobody can open the file, and neither can you.`,
  passphrase: t`Your passphrase`,
  chooseFile: t`Keep passwords in a file`,
  unlock: t`Open the file`,
} as const;
