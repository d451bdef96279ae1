import { capitalised } from '#renderer/words/capitalised.ts';
import { countOf, listOf } from '#renderer/words/time.ts';

export const askWords = {
  label: 'What do you want done?',
  heading: 'What do you want done?',
  placeholder: 'Put dentist on Thursday at 3pm…',
  send: 'Send',
  hint: 'You see the whole plan first. Nothing changes before you approve it.',
  empty: 'Say what you want done, in a sentence.',
  examplesLabel: 'Sentences to try',
  examples: [
    'Put dentist on Thursday at 3pm',
    'Remind me to pay the rent on the 1st of every month',
    'Draft an email to ana@example.com that I’ll be 10 minutes late',
    'Add milk and eggs to my shopping list',
    'What’s on my calendar this week?',
  ],
} as const;

export const runWords = {
  understood: 'What I understood',
  plan: 'What will happen',
  reading: 'Reading what you said…',
  preparing: 'Looking at what needs your OK…',
  approve: 'Approve',
  notNow: 'Not now',
  cancel: 'Cancel',
  hold: 'Hold',
  goOn: 'Go on',
  heldNote: 'This is on hold. Nothing more of it starts until you let it go on.',
  shadowNote: 'This is only tried out. Nothing is changed; you read what would be done.',
  rehearsed: (says: string) => `Only a rehearsal: ${says}`,
  undoAll: 'Take it all back',
  whyThis: 'Why this?',
  details: 'Details',
  drafted: 'What it says',
  found: 'What was found',
  leftOut: 'What I left out',
  leftOutPart: (part: string) => `“${part}”:`,
  about: (part: string) => `About “${part}”`,
  answerLabel: 'Your answer',
  answerSend: 'Answer',
  answerChoices: 'Ready answers',
  tryThese: 'Things that would work',
  loading: 'Opening this request…',
  allOfIt: 'All that you said',
  download: (name: string) => `Save “${name}”`,
  unsureQuestion: 'What happened?',
  itHappened: 'It happened',
  doItAgain: 'It didn’t; do it now',
  leaveIt: 'It didn’t; leave it',
} as const;

const LONG = 600;
const SHORT = 240;

export const isLongSaying = (intent: string): boolean => intent.length > LONG;

/** The beginning of what was said, where it goes on for pages. */
export const shortSaying = (intent: string): string =>
  isLongSaying(intent) ? `${intent.slice(0, SHORT).toWellFormed().trimEnd()}…` : intent;

/** The one sentence over the decision. */
export function decisionNote(total: number, asking: number, chosen: number): string {
  if (chosen === 0) return 'Nothing is ticked, so nothing would be done.';
  if (asking < total)
    return `${asking} of ${countOf(total, 'step', 'steps')} ${asking === 1 ? 'needs' : 'need'} your OK. Nothing starts before it.`;
  return 'Nothing starts before your OK.';
}

/** How a run stands, in one sentence that is also read out as it changes. */
export function progressWords(counts: {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly skipped: number;
  readonly undone: number;
  readonly waiting: number;
  readonly over: boolean;
  readonly canceled: boolean;
  readonly shadow: boolean;
  readonly held: boolean;
}): string {
  const { total, done, failed, skipped, undone, waiting, over, canceled, shadow, held } = counts;
  if (waiting > 0)
    return waiting === total ? 'Waiting for your OK.' : `Waiting for your OK on ${countOf(waiting, 'step', 'steps')}.`;
  if (!over && held) return `On hold: ${done} of ${total} done.`;
  if (!over) return `Working on it: ${done} of ${total} done.`;
  const left = done - undone;
  const parts = [
    ...(left > 0 ? [`${left} ${shadow ? 'tried out' : 'done'}`] : []),
    ...(undone > 0 ? [`${undone} taken back`] : []),
    ...(failed > 0 ? [`${failed} didn’t work`] : []),
    ...(skipped > 0 ? [`${skipped} left out`] : []),
  ];
  if (canceled) return parts.length === 0 ? 'Stopped.' : `Stopped: ${listOf(parts)}.`;
  if (shadow && left === total) return 'Tried out. Nothing was changed.';
  if (left === total) return total === 1 ? 'Done.' : `All ${total} done.`;
  if (undone === total) return total === 1 ? 'Taken back.' : `All ${total} taken back.`;
  if (skipped === total) return 'Left as it was; nothing was done.';
  return `${parts.length === 0 ? 'Nothing was done' : capitalised(listOf(parts))}.`;
}

export const homeWords = {
  needsYou: 'Needs you',
  moreNeedsYou: 'More wait for your OK. See them all',
  comingUp: 'Coming up',
  recently: 'Recently',
  askedSomething: 'Has a question for you',
  answered: 'Answered',
} as const;
