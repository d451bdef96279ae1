import type { Delivery } from '#contract/model/action-name.ts';
import type { Failure } from '#contract/model/failure.ts';
import type { Capability } from '#contract/model/integration.ts';

export const integrationsWords = {
  title: 'Integrations',
  intro: 'What Life OS can work with. Switch off what you don’t want it to use.',
  onComputer: 'On this computer',
  accounts: 'Accounts',
  canDo: 'What it can do',
  files: 'Files you can open in other programs',
  save: (name: string) => `Save “${name}”`,
  tooLarge: (most: number) => `This file is larger than ${most} MB, too large to take in.`,
  switchLabel: (title: string) => `Use ${title}`,
  loading: 'Looking at what is connected…',
  undoable: 'can be undone',
  notUndoable: 'can’t be undone',
  signInDue: 'Something looked suspicious. Sign in again, or switch it off, before what it held back goes on.',
  signInAgain: 'Sign in again',
  switchedOff: 'Switched off. Nothing of it is used.',
  notConnected: 'Not connected yet.',
  connect: 'Connect',
  connectTitle: (title: string) => `Connect ${title}`,
  goOn: 'Continue',
  back: 'Back',
  signIn: 'Sign in and connect',
  serverSettings: 'Server settings',
  nothingSaved:
    'You are signed in to try it. Only then is anything saved: the password in the keychain of this computer, the rest here.',
  connectedAs: (name: string) => `Connected as ${name}`,
  connectedNow: 'It is connected. What Life OS may do with it stands below; nothing is sent without your OK.',
  lastSync: (when: string) => `Last answer: ${when}`,
  neverSynced: 'Not used yet',
  test: 'Test the connection',
  disconnect: 'Disconnect',
  disconnectTitle: (title: string) => `Disconnect ${title}?`,
  disconnectConfirm: 'Disconnect',
  disconnectBack: 'Keep it',
  newPassword: 'Enter the password again',
  mayDo: 'What it may do',
  guide: 'How to make your client',
  pasteInstead: 'Paste the ID and the secret instead',
  anotherClient: 'Use another client',
  signInInBrowser: 'Sign in in your browser',
  waiting: (title: string) => `Waiting for you to come back from ${title}`,
  waitingOpened: (title: string) =>
    `Your browser has opened ${title}. Sign in there and allow what you want; here it goes on by itself.`,
  waitingToOpen: (title: string) =>
    `Open ${title} in your browser, sign in there and allow what you want; here it goes on by itself.`,
  openPage: (title: string) => `Open ${title} to sign in`,
  openAgain: 'Open it again',
  tryAgain: 'Try again',
  allowMore: 'Allow more',
  allowed: (labels: readonly string[]) => `You have allowed: ${labels.join(', ')}`,
  ending: (when: string) => `This sign-in ends ${when}.`,
  notNow: 'Not working just now',
  emptyTitle: 'Nothing to connect yet',
  emptySays: 'Once there is something that Life OS can work with, it stands here.',
} as const;

export const foldersWords = {
  none: 'No folder is picked, so nothing of your files is seen.',
  picked: 'Folders that you picked',
  add: 'Pick a folder',
  addNamed: (name: string) => `Add ${name}`,
  addThis: 'Add this folder',
  path: 'Where the folder is',
  pathNote: 'The whole way, as your file manager shows it: /home/ana/Downloads',
  back: 'Back',
  takeOut: 'Take out',
  takeOutTitle: (name: string) => `Take out ${name}?`,
  takeOutConfirm: 'Take it out',
  takeOutBack: 'Keep it',
} as const;

export const capabilityWords: Readonly<Record<Capability, string>> = {
  supported: 'Works now',
  partial: 'Works in part',
  planned: 'Not yet',
};

export const deliveryWords: Readonly<Record<Delivery, string>> = {
  'exactly-once': 'never done twice',
  'at-most-once': 'never tried a second time',
  'needs-a-check': 'asks you if it can’t tell whether it worked',
};

/** Why an account did not answer, where the person can do something about it. */
export function healthSentence(failure: Failure): string {
  switch (failure.kind) {
    case 'needs-reconnect':
      return failure.because === undefined
        ? 'It turned the password away. Enter it again, or a new one.'
        : `${failure.because}. Sign in again to allow it.`;
    case 'secrets-closed':
      return failure.because;
    case 'rate-limited':
      return 'It asked to wait a moment. What is to be done there is tried again by itself.';
    default:
      return 'It could not be reached. What is to be done there is tried again by itself.';
  }
}

export const secretsWords = {
  form: 'Where your passwords are kept',
  newPassphrase: 'A passphrase of your own',
  newPassphraseNote:
    'At least 12 characters; a few words are easy to keep in mind. Without it nobody can open the file, and neither can you.',
  passphrase: 'Your passphrase',
  chooseFile: 'Keep passwords in a file',
  unlock: 'Open the file',
} as const;
