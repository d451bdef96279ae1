import type { RunDetail } from '#contract/api/workflows.ts';
import { isRunOver } from '#contract/states/run-state.ts';

export type Coach = 'plan' | 'asks' | 'works' | 'done' | 'doneForGood' | 'undone' | 'declined' | 'failed';

/** Whether something of the request was ever taken back: Undo has been tried, also when it was put back since. */
export const hasTriedUndo = ({ events }: Pick<RunDetail, 'events'>): boolean =>
  events.some(({ body }) => body.kind === 'undo.happened');

/** What to do next on the way from a sentence to its Undo. */
export function coachOf(run: Pick<RunDetail, 'state' | 'steps' | 'question' | 'answer' | 'events'>): Coach {
  if (hasTriedUndo(run)) return 'undone';
  if (run.question !== null && run.state === 'waiting_approval') return 'asks';
  if (run.state === 'waiting_approval') return 'plan';
  if (!isRunOver(run.state)) return 'works';
  const isDone = run.steps.some(({ state }) => state === 'succeeded');
  if (run.steps.some(({ undo }) => undo.available)) return 'done';
  if (isDone) return 'doneForGood';
  return run.state === 'failed' || run.answer !== null ? 'failed' : 'declined';
}
