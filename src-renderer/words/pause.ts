import { t } from '#contract/language/t.ts';
import { dayAndTime, figure } from '#renderer/words/time.ts';

export const pauseWords = {
  pause: t`Pause everything`,
  resume: t`Resume`,
  receipt: t`What this did`,
  lookAtIt: t`Look at what happened`,
  itWasMe: t`It was me, go on`,
  close: t`Close`,
} as const;

export function pausedBanner(since: string | null, stillOut: number): string {
  const paused =
    since === null
      ? t`Everything is paused. Nothing new starts until you resume.`
      : t`Everything is paused since ${dayAndTime(since)}. Nothing new starts until you resume.`;
  if (stillOut === 0) return paused;
  const out =
    stillOut === 1
      ? t`1 action was already under way; what comes of it is written down.`
      : t`${figure(stillOut)} actions were already under way; what comes of them is written down.`;
  return `${paused} ${out}`;
}

export const partlyPausedBanner = (held: number): string =>
  held === 1
    ? t`Something is paused: 1 thing stands still until you resume.`
    : t`Something is paused: ${figure(held)} things stand still until you resume.`;

export const suspicionBanner = (because: string): string => t`Life OS paused by itself. ${because}`;

export const receiptWords = {
  title: t`What the pause did`,
  says: (at: string): string => t`Pressed ${dayAndTime(at)}. From then on nothing new was started.`,
  stopped: t`Stopped`,
  stoppedNone: t`Nothing was about to go on.`,
  completed: t`Finished in that moment`,
  completedNone: t`Nothing was under way.`,
  didNotHappen: t`It was tried, and did not happen.`,
  unknown: t`Not known`,
  unknownNone: t`Of everything that was under way it is known what became.`,
  stillOut: t`Still under way`,
} as const;

/** What the person types to say so. */
const itWasMe = t`it was me`;

export const resumeWords = {
  title: t`What may go on?`,
  says: t`Only what is ticked goes on. The rest stays where it is.`,
  list: t`What stands still`,
  nextIs: (next: string): string => t`Next: ${next}`,
  stop: t`Stop for good`,
  keep: t`Don’t stop it`,
  stopped: t`Will be stopped for good.`,
  all: t`Resume all`,
  some: t`Resume what is ticked`,
  only: t`Do this`,
  back: t`Back`,
  evidence: t`What was counted`,
  type: t`Type “${itWasMe}” to go on`,
  typeNote: t`Do that only if you know all of these. Otherwise leave it paused and look at the timeline.`,
} as const;

/** Whether the person typed that it was them; how they write it does not matter. */
export const saysItWasMe = (text: string): boolean =>
  text
    .replace(/[.!]?\s*$/, '')
    .trim()
    .toLocaleLowerCase() === itWasMe.toLocaleLowerCase();
