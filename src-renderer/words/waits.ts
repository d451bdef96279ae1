import { t } from '#contract/language/t.ts';
import type { Step } from '#contract/model/run.ts';
import { countOf, dayAndTime } from '#renderer/words/time.ts';

export const waitWords = {
  leavesIn: (seconds: number) =>
    seconds === 0 ? t`Leaving now…` : t`Leaves in ${countOf(seconds, t`second`, t`seconds`)}.`,
  callOff: t`Call it off`,
  givenUp: t`I tried this several times and it didn’t work. What now?`,
  tryAgain: t`Try again`,
  leaveIt: t`Leave it`,
} as const;

export const lookWords = {
  title: t`Needs a look`,
  partOf: (intent: string) => t`From “${intent}”`,
  tries: (count: number) => (count === 1 ? t`Tried once` : t`Tried ${count} times`),
  notKnown: t`It isn’t known what came of it.`,
} as const;

/** Why a step that is ready is not done yet; null when it does not wait for a time. */
export function waitSentence({ waits }: Pick<Step, 'waits'>): string | null {
  switch (waits?.for) {
    case undefined:
      return null;
    case 'retry':
      return t`Tries again ${dayAndTime(waits?.until ?? '')}`;
    case 'service':
      return t`Waits until its service is back`;
    case 'hold':
      return t`Leaves soon`;
    case 'room':
      return t`Waits until there is room, ${dayAndTime(waits?.until ?? '')}`;
  }
}
