import type { RunState } from '#contract/model/run.ts';
import { assertNever } from '#contract/states/assert-never.ts';

export type RunSignal =
  | 'planning-started'
  | 'plan-needs-person'
  | 'plan-may-start'
  | 'question-answered'
  | 'to-be-prepared-again'
  | 'plan-made-anew'
  | 'answered-without-plan'
  | 'waits-for-person'
  | 'person-answered'
  | 'all-steps-ended-well'
  | 'a-step-failed'
  | 'planning-failed'
  | 'canceled';

/** The next state of a run, or null when the signal means nothing in this state (section 8.4). */
export function nextRunState(state: RunState, signal: RunSignal): RunState | null {
  switch (state) {
    case 'queued':
      if (signal === 'planning-started') return 'planning';
      return signal === 'canceled' ? 'canceled' : null;
    case 'planning':
      if (signal === 'plan-needs-person') return 'waiting_approval';
      if (signal === 'plan-may-start') return 'executing';
      if (signal === 'answered-without-plan') return 'completed';
      if (signal === 'planning-failed') return 'failed';
      return signal === 'canceled' ? 'canceled' : null;
    case 'waiting_approval':
      if (signal === 'question-answered' || signal === 'to-be-prepared-again') return 'planning';
      if (signal === 'person-answered') return 'executing';
      return signal === 'canceled' ? 'canceled' : null;
    case 'executing':
      if (signal === 'waits-for-person') return 'waiting_approval';
      if (signal === 'plan-made-anew') return 'planning';
      if (signal === 'all-steps-ended-well') return 'completed';
      if (signal === 'a-step-failed') return 'failed';
      return signal === 'canceled' ? 'canceled' : null;
    case 'completed':
    case 'failed':
    case 'canceled':
      return null;
  }
  return assertNever(state);
}

/** Whether a run has come to its end and can never move again. */
export function isRunOver(state: RunState): boolean {
  return state === 'completed' || state === 'failed' || state === 'canceled';
}
