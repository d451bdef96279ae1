import type { Goal } from '#main/planner/goals/goal.ts';
import { allIntents } from '#main/planner/intents/all-intents.ts';
import type { Answer, Reading } from '#main/planner/intents/intent.ts';
import { keepForLater } from '#main/planner/intents/keep-for-later.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { switchedOff } from '#main/planner/intents/switched-off.ts';
import { guardingReply, honestReply } from '#main/planner/replies/honest-reply.ts';
import { copy } from '#main/planner/text/copy.ts';

/** What one part of the sentence comes to: steps, a question, or an honest answer. */
export function readGoal(goal: Goal, setting: Setting): Reading {
  const guard = guardingReply(goal, setting);
  if (guard !== null) return { kind: 'cannot', answer: guard };
  for (const intent of allIntents) {
    const reading = intent.read(goal, setting);
    if (reading === null) continue;
    const missing = intent.actions.find((action) => !setting.actions.has(action));
    if (missing === undefined || reading.kind === 'cannot') return reading;
    return switchedOff(missing);
  }
  const reply = honestReply(goal, setting);
  if (reply !== null) return { kind: 'cannot', answer: reply };
  const kept = keepForLater(goal, setting);
  if (kept !== null) return kept;
  return { kind: 'cannot', answer: NOT_UNDERSTOOD };
}

const NOT_UNDERSTOOD: Answer = {
  reason: 'not-understood',
  says: copy.honest.notUnderstood,
  ofPart: copy.honest.notUnderstoodPart,
  examples: copy.examples.start,
};
