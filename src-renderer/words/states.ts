import type { RunState, RunSummary, Step, StepState } from '#contract/model/run.ts';
import { dayAndTime } from '#renderer/words/time.ts';

export const runStateWords: Readonly<Record<RunState, string>> = {
  queued: 'Starting',
  planning: 'Thinking it through',
  waiting_approval: 'Waiting for you',
  executing: 'Working on it',
  completed: 'Done',
  failed: 'Didn’t all work',
  canceled: 'Stopped',
};

/** How a request stands; what was only tried out is never called done. */
export const standingOf = ({ state, shadow }: Pick<RunSummary, 'state' | 'shadow'>): string =>
  shadow && state === 'completed' ? triedOut : runStateWords[state];

export const triedOut = 'Tried out';

export const stepStateWords: Readonly<Record<StepState, string>> = {
  pending: 'Waiting its turn',
  ready: 'About to start',
  running: 'Working…',
  blocked: 'Needs your OK',
  succeeded: 'Done',
  failed: 'Didn’t work',
  skipped: 'Left out',
};

/** How a step of a run stands, in a word or two. */
export function stepWords(
  step: Pick<Step, 'state' | 'failure' | 'undo'>,
  run: Pick<RunSummary, 'state' | 'shadow' | 'paused'>,
): string {
  switch (step.undo.state) {
    case 'running':
      return 'Taking it back…';
    case 'asks':
      return 'Changed since';
    case 'undone':
    case 'redo-failed':
      return 'Taken back';
    case 'redo-asks':
      return 'Taken back, changed since';
    case 'redoing':
      return 'Putting it back…';
    case 'failed':
      return 'Done, not taken back';
    case 'none':
      if (step.state === 'blocked' && step.failure?.kind === 'outcome-unknown') return 'Not certain';
      if (run.shadow && step.state === 'succeeded') return triedOut;
      if (run.state === 'waiting_approval' && (step.state === 'ready' || step.state === 'pending'))
        return 'After your OK';
      if (run.paused && step.state === 'ready') return heldWords;
      return stepStateWords[step.state];
  }
}

export const undoUntil = (until: string): string => `Can be undone until ${dayAndTime(until)}`;

export const heldWords = 'On hold';
