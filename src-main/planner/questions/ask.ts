import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { copy } from '#main/planner/text/copy.ts';
import { capitalised, shortened } from '#main/planner/text/wording.ts';

const MOST_TRIES = 2;

/** What a question is about; `when.no-time` and the like are read together as `when`. */
export type Slot =
  | 'title'
  | 'what'
  | 'who'
  | 'recipient'
  | 'message'
  /** What a letter or a post says, where something is known of it; `words` where nothing is. */
  | 'text'
  | 'words'
  /** What is on a list that was only named. */
  | 'checklist'
  | 'list'
  | 'items'
  | 'keep'
  | 'when'
  | `when.${string}`
  | `tool.${string}`;

/** What a text says is more than a line. */
const LONG: ReadonlySet<Slot> = new Set(['message', 'text', 'words', 'checklist']);

/** The person's answers about this, oldest first. */
export function answersTo(goal: Goal, setting: Setting, slot: Slot): readonly string[] {
  const id = `${goal.number}.${slot}`;
  const isAbout = (questionId: string) => questionId === id || questionId.startsWith(`${id}.`);
  return setting.answers.filter(({ questionId }) => isAbout(questionId)).map(({ text }) => text);
}

/** Asks, once more where the answer did not help, and then says honestly that it did not work out. */
export function ask(goal: Goal, setting: Setting, slot: Slot, says: string, choices: readonly string[] = []): Reading {
  const tries = answersTo(goal, setting, slot).length;
  if (tries >= MOST_TRIES) {
    const answer = { reason: 'not-understood', says: copy.ask.gaveUp, examples: copy.examples.start } as const;
    return { kind: 'cannot', answer };
  }
  const again = tries > 0 ? `${copy.ask.again} ` : '';
  const question = {
    id: `${goal.number}.${slot}`,
    says: `${again}${capitalised(says)}`,
    about: shortened(goal.about),
    choices: [...new Set(choices)],
    ...(LONG.has(slot) && { long: true as const }),
  };
  return { kind: 'ask', question };
}
