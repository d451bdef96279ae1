import { t } from '#contract/language/t.ts';

/** What the person reads outside the window: menus, the tray, notices. */
export const shellWords = {
  name: 'Life OS',
  paused: t`paused`,
  waiting: (count: number) => (count === 1 ? t`1 thing needs your OK` : t`${count} things need your OK`),
  nothingWaits: t`Nothing waits for you`,
  allWaiting: t`See everything that waits`,
  ask: t`Ask for something…`,
  open: t`Open Life OS`,
  pause: t`Pause everything`,
  resume: t`Resume`,
  startAtLogin: t`Start when I sign in`,
  quit: t`Quit Life OS`,
  approve: t`Approve`,
  notNow: t`Not now`,
  look: t`Look at it first…`,
  needsYou: t`Needs your OK`,
  needYou: t`Need your OK`,
  reminder: t`Reminder`,
  missedReminder: t`Missed reminder`,
  missed: t`Missed`,
  newVersion: t`A new version is ready`,
  newVersionSays: (version: string) => t`Version ${version} is used from the next start on.`,
  barTitle: t`Ask Life OS`,
  didNotStart: t`Life OS could not start`,
} as const;

export const menuWords = {
  file: t`File`,
  closeWindow: t`Close window`,
  view: t`View`,
  go: t`Go`,
  places: {
    home: t`Home`,
    approvals: t`Approvals`,
    automations: t`Automations`,
    timeline: t`Timeline`,
    insights: t`Insights`,
    integrations: t`Integrations`,
    policies: t`Policies`,
    memory: t`Memory`,
  },
  setUp: t`Set up, step by step`,
  practice: t`Practice life`,
  lookForUpdate: t`Look for a new version`,
  licences: t`Licences`,
  checkSpelling: t`Check spelling`,
  /** Where the system has no dictionary of its own, one is fetched. */
  checkSpellingFetches: t`Check spelling (fetches a dictionary from Google)`,
} as const;
