import type { Goal } from '#main/planner/goals/goal.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

const TAKES_BACK = loadPhrases(vocabulary.takesBack);

/** “Never mind”, as the last answer to a question about this goal. */
export function isTakenBack(goal: Goal, { answers }: Setting): boolean {
  const last = answers.findLast(({ questionId }) => questionId.startsWith(`${goal.number}.`));
  return last !== undefined && matchAny(TAKES_BACK, tokenise(last.text)) !== null;
}

export const takenBack: Reading = {
  kind: 'cannot',
  answer: { reason: 'conversation', says: copy.ask.cancelled, examples: [] },
};
