/** Why a fault can't occur at a service. */
export const onlyAtSignIn = {
  'broken-sign-in':
    'Every request signs in by itself, so that this is the same as any other that is answered with 500.',
} as const;

/** Of mail. */
export const arrivesOnce = {
  twice:
    'What stands between does not repeat a command of a conversation, and TCP delivers each byte once. What is sent twice is what we send again after an answer that broke off.',
  'twice-second-heard': 'The same.',
} as const;

/** Of what only looks. */
export const changesNothing = {
  'cut-request': 'A look carries nothing that could break off in the middle.',
  'cut-answer-of-change': 'It changes nothing.',
  twice: 'It changes nothing.',
  'twice-second-heard': 'It changes nothing.',
} as const;
