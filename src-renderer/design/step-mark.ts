import type { Step } from '#contract/model/run.ts';
import { isTakenBack } from '#contract/states/undo-state.ts';
import type { Mark } from '#renderer/design/state-mark.tsx';

/** Whether what became of a step is not known, so that the person has to say. */
export const isUnsure = (step: Step): boolean => step.state === 'blocked' && step.failure?.kind === 'outcome-unknown';

/** What a step shows at a glance; `shadow` is of the run that is only tried out. */
export function markOfStep(step: Step, shadow: boolean): Mark {
  if (step.undo.state === 'running' || step.undo.state === 'redoing') return 'working';
  if (step.undo.state === 'asks' || step.undo.state === 'redo-asks') return 'asks';
  if (isTakenBack(step.undo.state)) return 'undone';
  switch (step.state) {
    case 'pending':
    case 'ready':
      return 'waiting';
    case 'running':
      return 'working';
    case 'blocked':
      return isUnsure(step) ? 'unsure' : 'asks';
    case 'succeeded':
      return shadow ? 'tried-out' : 'done';
    case 'failed':
      return 'failed';
    case 'skipped':
      return 'left-out';
  }
}
