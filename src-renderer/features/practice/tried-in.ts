import type { LoggedEvent } from '#contract/model/event.ts';
import type { practiceTasks } from '#renderer/words/practice.ts';

export type PracticeTask = (typeof practiceTasks)[number]['key'];

/** What the person has rehearsed, as the practice life's own log tells it. */
export function triedIn(events: readonly Pick<LoggedEvent, 'body'>[]): ReadonlySet<PracticeTask> {
  const tried = new Set<PracticeTask>();
  for (const { body } of events) {
    if (body.kind === 'approval.answered' && body.status === 'approved') tried.add('approve');
    if (body.kind === 'undo.happened') tried.add('undo');
    if (body.kind === 'pause.set') tried.add('pause');
  }
  return tried;
}
