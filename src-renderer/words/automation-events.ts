import { t } from '#contract/language/t.ts';
/** What happened to an automation, and why it went off. */
export const automationWords = {
  paused: (says: string) => t`You paused: “${says}”`,
  resumed: (says: string) => t`You let it go on: “${says}”`,
  'catch-up': (says: string) => t`You changed what is done about a missed time: “${says}”`,
  'consent-revoked': (says: string) => t`You want to be asked again about something in: “${says}”`,
  'missed-answered': (says: string) => t`You said what to do about the missed time: “${says}”`,
  practises: (says: string) => t`You let it only practise: “${says}”`,
  'in-earnest': (says: string) => t`It no longer only practises: “${says}”`,
  'went-off-too-often': (says: string) => t`Went off 30 times within an hour, so I paused it: “${says}”`,
} as const;

export const firedWords = {
  'on-time': t`Started by itself`,
  'caught-up': t`Started by itself, later than it was due`,
  happened: t`Started by itself, because of what happened`,
  'by-hand': t`You started it now`,
} as const;

export const catchUpWords = {
  once: t`I do it now, once.`,
  skip: t`It is left out, as you wished.`,
  ask: t`Say under Automations whether to do it now.`,
} as const;
