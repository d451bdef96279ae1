import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import { copy } from '#main/planner/text/copy.ts';

/**
 * Whether a rhythm is said in front of steps that would be done once: “every Monday at 8, draft an email to Ana”.
 * Reminders and events bring a rhythm of their own; further back it may belong to what is written.
 */
export function isToRepeat({ times, head }: Goal, reading: Reading): boolean {
  if (reading.kind !== 'steps') return false;
  const isInFront = times.some(({ to, said }) => to <= head && said.repeats !== undefined);
  return isInFront && !reading.steps.some(({ args }) => hasRhythm(args));
}

const hasRhythm = (args: unknown): boolean =>
  typeof args === 'object' && args !== null && 'rrule' in args && typeof args.rrule === 'string';

/** Doing it once, now, would not be what was asked. */
export const setUpAsAutomation: Reading = {
  kind: 'cannot',
  answer: {
    reason: 'planned',
    says: copy.honest.againAndAgain,
    ofPart: copy.honest.againAndAgainPart,
    examples: [],
  },
};
