import type { Delivery } from '#contract/model/action-name.ts';
import type { Capability } from '#contract/model/integration.ts';

export const integrationsWords = {
  title: 'Integrations',
  intro: 'What Life OS can work with. Switch off what you don’t want it to use.',
  onComputer: 'On this computer',
  accounts: 'Accounts',
  canDo: 'What it can do',
  files: 'Files you can open in other programs',
  save: (name: string) => `Save “${name}”`,
  switchLabel: (title: string) => `Use ${title}`,
  loading: 'Looking at what is connected…',
  undoable: 'can be undone',
  notUndoable: 'can’t be undone',
  signInDue: 'Something looked suspicious. Sign in again, or switch it off, before what it held back goes on.',
  signInAgain: 'Sign in again',
  switchedOff: 'Switched off. Nothing of it is used.',
  emptyTitle: 'Nothing to connect yet',
  emptySays: 'Once there is something that Life OS can work with, it stands here.',
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
