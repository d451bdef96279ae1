import { t } from '#contract/language/t.ts';
import type { RunState, RunSummary, Step, StepState } from '#contract/model/run.ts';
import { isRunOver } from '#contract/states/run-state.ts';
import { dayAndTime } from '#renderer/words/time.ts';

export const runStateWords: Readonly<Record<RunState, string>> = {
  queued: t`Starting`,
  planning: t`Thinking it through`,
  waiting_approval: t`Waiting for you`,
  executing: t`Working on it`,
  completed: t`Done`,
  failed: t`Didn’t all work`,
  canceled: t`Stopped`,
};

/** How a request stands; what was only tried out is never called done. */
export const standingOf = ({ state, shadow }: Pick<RunSummary, 'state' | 'shadow'>): string =>
  shadow && state === 'completed' ? triedOut : runStateWords[state];

export const heldWords = t`On hold`;

/** The same, where a pause may hold it: what is over is held by nothing any more. */
export const standingNow = (run: Pick<RunSummary, 'state' | 'shadow' | 'paused'>): string =>
  run.paused && !isRunOver(run.state) ? heldWords : standingOf(run);

export const triedOut = t`Tried out`;

export const stepStateWords: Readonly<Record<StepState, string>> = {
  pending: t`Waiting its turn`,
  ready: t`About to start`,
  running: t`Working…`,
  blocked: t`Needs your OK`,
  succeeded: t`Done`,
  failed: t`Didn’t work`,
  skipped: t`Left out`,
};

/** How a step of a run stands, in a word or two. */
export function stepWords(
  step: Pick<Step, 'state' | 'failure' | 'undo'>,
  run: Pick<RunSummary, 'state' | 'shadow' | 'paused'>,
): string {
  switch (step.undo.state) {
    case 'running':
      return t`Taking it back…`;
    case 'asks':
      return t`Changed since`;
    case 'undone':
    case 'redo-failed':
      return t`Taken back`;
    case 'redo-asks':
      return t`Taken back, changed since`;
    case 'redoing':
      return t`Putting it back…`;
    case 'failed':
      return t`Done, not taken back`;
    case 'none':
      if (step.state === 'blocked' && step.failure?.kind === 'outcome-unknown') return t`Not certain`;
      if (run.shadow && step.state === 'succeeded') return triedOut;
      if (run.state === 'waiting_approval' && (step.state === 'ready' || step.state === 'pending'))
        return t`After your OK`;
      if (run.paused && step.state === 'ready') return heldWords;
      return stepStateWords[step.state];
  }
}

export const undoUntil = (until: string): string => t`Can be undone until ${dayAndTime(until)}`;
