import type { ActionName } from '#contract/model/action-name.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { wholeText } from '#main/planner/goals/split-goals.ts';
import { findPosting } from '#main/planner/intents/cv/cut-posting.ts';
import { tailorToPasted } from '#main/planner/intents/cv/tailor-cv.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { switchedOff } from '#main/planner/intents/switched-off.ts';
import { findTextToSumUp } from '#main/planner/intents/texts/cut-text.ts';
import { sumUpPasted } from '#main/planner/intents/texts/sum-up.ts';

/** Pages of somebody else that stand in a request: what is asked for before it, and what is to become of it. */
type Pasted = {
  readonly before: string;
  readonly said: string;
  readonly action: ActionName;
  readonly read: (goal: Goal) => Reading;
};

/** A posting to tailor a CV to, or a text to put in short; null where nothing was pasted. */
export function findPasted(text: string): Pasted | null {
  const posting = findPosting(text);
  if (posting !== null) {
    const { before, request } = posting;
    return { before, said: request.said, action: 'cv.tailor', read: (goal) => tailorToPasted(goal, request) };
  }
  const long = findTextToSumUp(text);
  if (long === null) return null;
  const { before, said } = long;
  return { before, said, action: 'reading.sum-up', read: (goal) => sumUpPasted(goal, long.text) };
}

/**
 * What was pasted, as one goal after those that stand before it: nothing that stands in it is ever read for something
 * to do. Null where nothing was.
 */
export function readPasted(
  text: string,
  setting: Setting,
): { before: string; read(number: number): { goal: Goal; reading: Reading } } | null {
  const pasted = findPasted(text);
  if (pasted === null) return null;
  const { before, said, action, read } = pasted;
  return {
    before,
    read(number) {
      const goal = { ...wholeText(said), number };
      return { goal, reading: setting.actions.has(action) ? read(goal) : switchedOff(action) };
    },
  };
}

/** What the person themselves says of a text with something pasted in it: all else is somebody else’s words. */
export function withoutPasted(text: string): string {
  const pasted = findPasted(text);
  if (pasted === null) return text;
  return pasted.before === '' ? pasted.said : `${pasted.before}. ${pasted.said}`;
}
