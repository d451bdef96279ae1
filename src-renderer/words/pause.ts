import { countOf, dayAndTime } from '#renderer/words/time.ts';

export const pauseWords = {
  pause: 'Pause everything',
  resume: 'Resume',
  receipt: 'What this did',
  lookAtIt: 'Look at what happened',
  itWasMe: 'It was me, go on',
  close: 'Close',
} as const;

export function pausedBanner(since: string | null, stillOut: number): string {
  const from = since === null ? '' : ` since ${dayAndTime(since)}`;
  const out =
    stillOut === 0
      ? ''
      : ` ${countOf(stillOut, 'action was', 'actions were')} already under way; what comes of ${stillOut === 1 ? 'it' : 'them'} is written down.`;
  return `Everything is paused${from}. Nothing new starts until you resume.${out}`;
}

export const partlyPausedBanner = (held: number): string =>
  `Something is paused: ${countOf(held, 'thing stands', 'things stand')} still until you resume.`;

export const suspicionBanner = (because: string): string => `Life OS paused by itself. ${because}`;

export const receiptWords = {
  title: 'What the pause did',
  says: (at: string): string => `Pressed ${dayAndTime(at)}. From then on nothing new was started.`,
  stopped: 'Stopped',
  stoppedNone: 'Nothing was about to go on.',
  completed: 'Finished in that moment',
  completedNone: 'Nothing was under way.',
  didNotHappen: 'It was tried, and did not happen.',
  unknown: 'Not known',
  unknownNone: 'Of everything that was under way it is known what became.',
  stillOut: 'Still under way',
} as const;

export const resumeWords = {
  title: 'What may go on?',
  says: 'Only what is ticked goes on. The rest stays where it is.',
  list: 'What stands still',
  nextIs: (next: string): string => `Next: ${next}`,
  stop: 'Stop for good',
  keep: 'Don’t stop it',
  stopped: 'Will be stopped for good.',
  all: 'Resume all',
  some: 'Resume what is ticked',
  only: 'Do this',
  back: 'Back',
  evidence: 'What was counted',
  type: 'Type “it was me” to go on',
  typeNote: 'Do that only if you know all of these. Otherwise leave it paused and look at the timeline.',
} as const;

/** Whether the person typed that it was them; how they write it does not matter. */
export const saysItWasMe = (text: string): boolean => /^\s*it was me\s*[.!]?\s*$/i.test(text);
