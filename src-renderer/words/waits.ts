import type { Step } from '#contract/model/run.ts';
import { countOf, dayAndTime } from '#renderer/words/time.ts';

export const waitWords = {
  leavesIn: (seconds: number) =>
    seconds === 0 ? 'Leaving now…' : `Leaves in ${countOf(seconds, 'second', 'seconds')}.`,
  callOff: 'Call it off',
  givenUp: 'I tried this several times and it didn’t work. What now?',
  tryAgain: 'Try again',
  leaveIt: 'Leave it',
} as const;

export const lookWords = {
  title: 'Needs a look',
  partOf: (intent: string) => `From “${intent}”`,
  tries: (count: number) => (count === 1 ? 'Tried once' : `Tried ${count} times`),
  notKnown: 'It isn’t known what came of it.',
} as const;

/** Why a step that is ready is not done yet; null when it does not wait for a time. */
export function waitSentence({ waits }: Pick<Step, 'waits'>): string | null {
  switch (waits?.for) {
    case undefined:
      return null;
    case 'retry':
      return `Tries again ${dayAndTime(waits?.until ?? '')}`;
    case 'service':
      return 'Waits until its service is back';
    case 'hold':
      return 'Leaves soon';
    case 'room':
      return `Waits until there is room, ${dayAndTime(waits?.until ?? '')}`;
  }
}
