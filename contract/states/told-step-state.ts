import type { EventBody } from '#contract/model/event.ts';
import type { StepState } from '#contract/model/run.ts';

/**
 * The state of its step that an entry of the log tells; null for an entry that tells none. That a step's dependencies
 * are met is no entry, so a step that is ready and untouched is told as pending.
 */
export function toldStepState(body: EventBody): StepState | null {
  switch (body.kind) {
    case 'step.changed':
      return body.to;
    case 'effect.intended':
      return 'running';
    case 'effect.happened':
    case 'effect.rehearsed':
      return 'succeeded';
    case 'approval.asked':
    case 'effect.unknown':
    case 'step.given-up':
      return 'blocked';
    case 'step.delayed':
    case 'effect.held':
      return 'ready';
    default:
      return null;
  }
}
