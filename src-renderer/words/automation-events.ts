/** What happened to an automation, and why it went off. */
export const automationWords = {
  paused: (says: string) => `You paused: “${says}”`,
  resumed: (says: string) => `You let it go on: “${says}”`,
  'catch-up': (says: string) => `You changed what is done about a missed time: “${says}”`,
  'consent-revoked': (says: string) => `You want to be asked again about something in: “${says}”`,
  'missed-answered': (says: string) => `You said what to do about the missed time: “${says}”`,
  practises: (says: string) => `You let it only practise: “${says}”`,
  'in-earnest': (says: string) => `It no longer only practises: “${says}”`,
  'went-off-too-often': (says: string) => `Went off 30 times within an hour, so I paused it: “${says}”`,
} as const;

export const firedWords = {
  'on-time': 'Started by itself',
  'caught-up': 'Started by itself, later than it was due',
  happened: 'Started by itself, because of what happened',
  'by-hand': 'You started it now',
} as const;

export const catchUpWords = {
  once: 'I do it now, once.',
  skip: 'It is left out, as you wished.',
  ask: 'Say under Automations whether to do it now.',
} as const;
