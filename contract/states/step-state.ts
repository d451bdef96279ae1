import type { StepState } from '#contract/model/run.ts';
import { assertNever } from '#contract/states/assert-never.ts';

export type StepSignal =
  | 'dependencies-met'
  | 'needs-person'
  | 'person-approved'
  | 'consent-overtaken'
  | 'claimed'
  | 'succeeded'
  | 'failed'
  | 'released'
  | 'delayed'
  | 'given-up'
  | 'to-be-tried-again'
  | 'outcome-unknown'
  | 'person-settled'
  | 'not-to-be-done';

/** The next state of a step, or null when the signal means nothing in this state (section 8.4). */
export function nextStepState(state: StepState, signal: StepSignal): StepState | null {
  switch (state) {
    case 'pending':
      if (signal === 'dependencies-met') return 'ready';
      if (signal === 'needs-person') return 'blocked';
      if (signal === 'failed') return 'failed';
      return signal === 'not-to-be-done' ? 'skipped' : null;
    case 'ready':
      if (signal === 'needs-person' || signal === 'given-up') return 'blocked';
      if (signal === 'delayed') return 'ready';
      if (signal === 'claimed') return 'running';
      if (signal === 'failed') return 'failed';
      return signal === 'not-to-be-done' ? 'skipped' : null;
    case 'running':
      if (signal === 'succeeded') return 'succeeded';
      if (signal === 'failed') return 'failed';
      if (signal === 'released' || signal === 'delayed') return 'ready';
      if (signal === 'given-up') return 'blocked';
      return signal === 'outcome-unknown' ? 'blocked' : null;
    case 'blocked':
      if (signal === 'person-approved' || signal === 'consent-overtaken' || signal === 'to-be-tried-again')
        return 'ready';
      if (signal === 'person-settled') return 'succeeded';
      if (signal === 'failed') return 'failed';
      return signal === 'not-to-be-done' ? 'skipped' : null;
    case 'succeeded':
    case 'failed':
    case 'skipped':
      return null;
  }
  return assertNever(state);
}

/** Whether a step has come to its end. */
export function isStepOver(state: StepState): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'skipped';
}
