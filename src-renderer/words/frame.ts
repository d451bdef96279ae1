import { countOf } from '#renderer/words/time.ts';

export const frameWords = {
  name: 'Life OS',
  navigation: 'Main',
  skip: 'Skip to the screen',
  places: {
    home: 'Home',
    approvals: 'Approvals',
    automations: 'Automations',
    timeline: 'Timeline',
    integrations: 'Integrations',
    policies: 'Policies',
    memory: 'Memory',
    insights: 'Insights',
    welcome: 'Set up',
    practice: 'Practice life',
  },
  reconnecting: 'Reconnecting…',
  closeToast: 'Put away',
  openScreen: 'Opening…',
  askShortcut: 'Ask for something',
  tryAgain: 'Try again',
} as const;

export const waitingCount = (count: number): string => countOf(count, 'thing needs your OK', 'things need your OK');

export const closedDoor = {
  title: 'Open Life OS again',
  says: 'This page isn’t connected to Life OS any more. Your things are safe where they are.',
  next: 'Open Life OS from the window or terminal where you started it.',
} as const;

export const broken = {
  title: 'This screen couldn’t be shown',
  says: 'Nothing of yours was changed by this. Go back home, or load the page again.',
  home: 'Go home',
  again: 'Load again',
} as const;

export const toastWords = {
  reminder: 'Reminder',
  missed: 'Missed reminder',
  missedAutomation: 'Missed',
  needsYou: 'Needs your OK',
  toolsChanged: (program: string) => `Tools of ${program} have changed`,
  show: 'Show it',
} as const;
