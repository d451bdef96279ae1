import { inEnglish, t } from '#contract/language/t.ts';
import { capitalised } from '#renderer/words/capitalised.ts';
import { countOf, listOf } from '#renderer/words/time.ts';

export const askWords = {
  label: t`What do you want done?`,
  heading: t`What do you want done?`,
  placeholder: inEnglish`Put dentist on Thursday at 3pm…`,
  send: t`Send`,
  hint: t`You see the whole plan first. Nothing changes before you approve it.`,
  empty: t`Say what you want done, in a sentence.`,
  examplesLabel: t`Sentences to try`,
  examples: [
    inEnglish`Put dentist on Thursday at 3pm`,
    inEnglish`Remind me to pay the rent on the 1st of every month`,
    inEnglish`Draft an email to ana@example.com that I’ll be 10 minutes late`,
    inEnglish`Add milk and eggs to my shopping list`,
    inEnglish`What’s on my calendar this week?`,
  ],
} as const;

export const runWords = {
  understood: t`What I understood`,
  plan: t`What will happen`,
  reading: t`Reading what you said…`,
  preparing: t`Looking at what needs your OK…`,
  approve: t`Approve`,
  notNow: t`Not now`,
  cancel: t`Cancel`,
  hold: t`Hold`,
  goOn: t`Go on`,
  heldNote: t`This is on hold. Nothing more of it starts until you let it go on.`,
  shadowNote: t`This is only tried out. Nothing is changed; you read what would be done.`,
  rehearsed: (says: string) => t`Only a rehearsal: ${says}`,
  undoAll: t`Take it all back`,
  whyThis: t`Why this?`,
  details: t`Details`,
  drafted: t`What it says`,
  found: t`What was found`,
  leftOut: t`What I left out`,
  leftOutPart: (part: string) => `“${part}”:`,
  about: (part: string) => t`About “${part}”`,
  answerLabel: t`Your answer`,
  answerSend: t`Answer`,
  answerChoices: t`Ready answers`,
  tryThese: t`Things that would work`,
  loading: t`Opening this request…`,
  allOfIt: t`All that you said`,
  download: (name: string) => t`Save “${name}”`,
  unsureQuestion: t`What happened?`,
  itHappened: t`It happened`,
  doItAgain: t`It didn’t; do it now`,
  leaveIt: t`It didn’t; leave it`,
} as const;

const LONG = 600;
const SHORT = 240;

export const isLongSaying = (intent: string): boolean => intent.length > LONG;

/** The beginning of what was said, where it goes on for pages. */
export const shortSaying = (intent: string): string =>
  isLongSaying(intent) ? `${intent.slice(0, SHORT).toWellFormed().trimEnd()}…` : intent;

/** The one sentence over the decision. */
export function decisionNote(total: number, asking: number, chosen: number): string {
  if (chosen === 0) return t`Nothing is ticked, so nothing would be done.`;
  if (asking < total)
    return asking === 1
      ? t`1 of ${countOf(total, t`step`, t`steps`)} needs your OK. Nothing starts before it.`
      : t`${asking} of ${countOf(total, t`step`, t`steps`)} need your OK. Nothing starts before it.`;
  return t`Nothing starts before your OK.`;
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
    return waiting === total
      ? t`Waiting for your OK.`
      : t`Waiting for your OK on ${countOf(waiting, t`step`, t`steps`)}.`;
  if (!over && held) return t`On hold: ${done} of ${total} done.`;
  if (!over) return t`Working on it: ${done} of ${total} done.`;
  const left = done - undone;
  const parts = [
    ...(left > 0 ? [shadow ? triedPart(left) : donePart(left)] : []),
    ...(undone > 0 ? [undone === 1 ? t`1 taken back` : t`${undone} taken back`] : []),
    ...(failed > 0 ? [failed === 1 ? t`1 didn’t work` : t`${failed} didn’t work`] : []),
    ...(skipped > 0 ? [skipped === 1 ? t`1 left out` : t`${skipped} left out`] : []),
  ];
  if (canceled) return parts.length === 0 ? t`Stopped.` : t`Stopped: ${listOf(parts)}.`;
  if (shadow && left === total) return t`Tried out. Nothing was changed.`;
  if (left === total) return total === 1 ? t`Done.` : t`All ${total} done.`;
  if (undone === total) return total === 1 ? t`Taken back.` : t`All ${total} taken back.`;
  if (skipped === total) return t`Left as it was; nothing was done.`;
  return `${parts.length === 0 ? t`Nothing was done` : capitalised(listOf(parts))}.`;
}

const donePart = (count: number): string => (count === 1 ? t`1 done` : t`${count} done`);
const triedPart = (count: number): string => (count === 1 ? t`1 tried out` : t`${count} tried out`);

export const homeWords = {
  needsYou: t`Needs you`,
  moreNeedsYou: t`More wait for your OK. See them all`,
  comingUp: t`Coming up`,
  recently: t`Recently`,
  askedSomething: t`Has a question for you`,
  answered: t`Answered`,
} as const;
