import { countOf, dayAndTime } from '#renderer/words/time.ts';

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
  },
  pause: 'Pause everything',
  resume: 'Resume',
  reconnecting: 'Reconnecting…',
  closeToast: 'Put away',
  openScreen: 'Opening…',
  askShortcut: 'Ask for something',
  tryAgain: 'Try again',
} as const;

export const waitingCount = (count: number): string => countOf(count, 'thing needs your OK', 'things need your OK');

export function pausedBanner(since: string | null, stillOut: number): string {
  const from = since === null ? '' : ` since ${dayAndTime(since)}`;
  const out =
    stillOut === 0
      ? ''
      : ` ${countOf(stillOut, 'action was', 'actions were')} already under way; what comes of ${stillOut === 1 ? 'it' : 'them'} is written down.`;
  return `Everything is paused${from}. Nothing new starts until you resume.${out}`;
}

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
  show: 'Show it',
} as const;
