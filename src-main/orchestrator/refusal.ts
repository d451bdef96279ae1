import { t } from '#contract/language/t.ts';
/** Why a request of the person could not be taken. Nothing was changed. */
export type Refusal = {
  readonly refused: 'not-found' | 'conflict' | 'bad-request';
  readonly says: string;
  readonly problems?: readonly string[];
};

/** The sentences, in one place: the API passes them on and the window shows them. */
export const refusals = {
  noSuchRun: { refused: 'not-found', says: t`There is no such request. Nothing was done.` },
  noSuchStep: { refused: 'not-found', says: t`There is no such step. Nothing was done.` },
  noSuchApproval: { refused: 'not-found', says: t`There is no such card. Nothing was done.` },
  noSuchLetter: {
    refused: 'not-found',
    says: t`There is nothing here that waits to be tried again. Nothing was done.`,
  },
  hasLeft: { refused: 'conflict', says: t`This has left already, or was never to leave. Nothing was changed.` },
  answeredOtherwise: { refused: 'conflict', says: t`This was answered the other way already. That answer stands.` },
  cardOvertaken: {
    refused: 'conflict',
    says: t`This card is out of date, because something changed. Look at the new one.`,
  },
  cardExpired: {
    refused: 'conflict',
    says: t`This card has expired, so it was not done. Ask again if you still want it.`,
  },
  anotherCard: { refused: 'conflict', says: t`This card reads differently now. Look at it again before you say yes.` },
  choiceNeeded: {
    refused: 'conflict',
    says: t`Something stands in the way of this. Say what to do about it, and then yes. Nothing was done.`,
  },
  stillPrepared: {
    refused: 'conflict',
    says: t`The plan is still being prepared. Look at all of it, then say yes. Nothing was done.`,
  },
  noSuchChoice: { refused: 'conflict', says: t`This card does not offer that. Look at it again. Nothing was done.` },
  noQuestion: { refused: 'conflict', says: t`That question is not open any more. Nothing was changed.` },
  runOver: { refused: 'conflict', says: t`This is over already. Nothing was changed.` },
  nothingToUndo: { refused: 'conflict', says: t`There is nothing here that can be undone.` },
  nothingToRedo: { refused: 'conflict', says: t`There is nothing here that can be put back.` },
  putBackFirst: {
    refused: 'conflict',
    says: t`This builds on something that was taken back too. Put that back first. Nothing was done.`,
  },
  pausedNoRedo: { refused: 'conflict', says: t`Everything is paused, so this was not put back. Press Resume first.` },
  noUndoQuestion: { refused: 'conflict', says: t`That was answered already. Nothing was changed.` },
  noSuchUndo: { refused: 'not-found', says: t`There is no such request to take something back.` },
  nothingToSettle: { refused: 'conflict', says: t`What became of this step is known already.` },
  nothingNamed: { refused: 'bad-request', says: t`Say what is to go on. Nothing was named, so nothing goes on.` },
  lookFirst: (because: string | null) => ({
    refused: 'conflict',
    says: t`Life OS paused this by itself. ${because ?? ''} Look at what happened first, and say that it was you. Nothing was let go on.`,
  }),
  signInFirst: (titles: readonly string[]) => ({
    refused: 'conflict',
    says: t`Sign in again first, or switch it off: ${titles.join(', ')}. Nothing was let go on.`,
  }),
  changeDoesNotFit: { refused: 'bad-request', says: t`That change does not fit. Nothing was changed.` },
} as const satisfies Record<string, Refusal | ((...about: never[]) => Refusal)>;
