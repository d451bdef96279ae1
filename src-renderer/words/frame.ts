import { t } from '#contract/language/t.ts';
import { figure } from '#renderer/words/time.ts';

export const frameWords = {
  name: 'Life OS',
  navigation: t`Main`,
  skip: t`Skip to the screen`,
  places: {
    home: t`Home`,
    approvals: t`Approvals`,
    automations: t`Automations`,
    timeline: t`Timeline`,
    integrations: t`Integrations`,
    policies: t`Policies`,
    memory: t`Memory`,
    insights: t`Insights`,
    welcome: t`Set up`,
    practice: t`Practice life`,
  },
  reconnecting: t`Reconnecting…`,
  closeToast: t`Put away`,
  openScreen: t`Opening…`,
  askShortcut: t`Ask for something`,
  tryAgain: t`Try again`,
} as const;

export const waitingCount = (count: number): string =>
  count === 1 ? t`1 thing needs your OK` : t`${figure(count)} things need your OK`;

export const closedDoor = {
  title: t`Open Life OS again`,
  says: t`This page isn’t connected to Life OS any more. Your things are safe where they are.`,
  next: t`Open Life OS from the window or terminal where you started it.`,
} as const;

export const broken = {
  title: t`This screen couldn’t be shown`,
  says: t`Nothing of yours was changed by this. Go back home, or load the page again.`,
  home: t`Go home`,
  again: t`Load again`,
} as const;

export const toastWords = {
  reminder: t`Reminder`,
  missed: t`Missed reminder`,
  missedAutomation: t`Missed`,
  needsYou: t`Needs your OK`,
  toolsChanged: (program: string) => t`Tools of ${program} have changed`,
  show: t`Show it`,
} as const;
