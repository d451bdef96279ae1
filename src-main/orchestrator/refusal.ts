/** Why a request of the person could not be taken. Nothing was changed. */
export type Refusal = {
  readonly refused: 'not-found' | 'conflict' | 'bad-request';
  readonly says: string;
  readonly problems?: readonly string[];
};

/** The sentences, in one place: the API passes them on and the window shows them. */
export const refusals = {
  noSuchRun: { refused: 'not-found', says: 'There is no such request. Nothing was done.' },
  noSuchStep: { refused: 'not-found', says: 'There is no such step. Nothing was done.' },
  noSuchApproval: { refused: 'not-found', says: 'There is no such card. Nothing was done.' },
  noSuchLetter: { refused: 'not-found', says: 'There is nothing here that waits to be tried again. Nothing was done.' },
  hasLeft: { refused: 'conflict', says: 'This has left already, or was never to leave. Nothing was changed.' },
  answeredOtherwise: { refused: 'conflict', says: 'This was answered the other way already. That answer stands.' },
  cardOvertaken: {
    refused: 'conflict',
    says: 'This card is out of date, because something changed. Look at the new one.',
  },
  cardExpired: {
    refused: 'conflict',
    says: 'This card has expired, so it was not done. Ask again if you still want it.',
  },
  anotherCard: { refused: 'conflict', says: 'This card reads differently now. Look at it again before you say yes.' },
  noQuestion: { refused: 'conflict', says: 'That question is not open any more. Nothing was changed.' },
  runOver: { refused: 'conflict', says: 'This is over already. Nothing was changed.' },
  nothingToUndo: { refused: 'conflict', says: 'There is nothing here that can be undone.' },
  nothingToSettle: { refused: 'conflict', says: 'What became of this step is known already.' },
  changeDoesNotFit: { refused: 'bad-request', says: 'That change does not fit. Nothing was changed.' },
} as const satisfies Record<string, Refusal>;
