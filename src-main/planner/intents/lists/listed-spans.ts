import type { Goal } from '#main/planner/goals/goal.ts';
import { isListNoun, isOtherList } from '#main/planner/intents/lists/list-words.ts';
import { matchPhrase, type Phrase, type Span } from '#main/planner/text/phrase.ts';

const LONGEST_NAME = 6;

/** Where items and a list stand in “take {items} off the {list} list”; null unless it is surely a list. */
export function listedSpans(
  goal: Goal,
  phrases: readonly Phrase[],
): { readonly items: Span; readonly list: Span } | null {
  for (const phrase of phrases) {
    const { items, list } = matchPhrase(phrase, goal.tokens, goal.head)?.spans ?? {};
    if (items === undefined || list === undefined || list[1] - list[0] > LONGEST_NAME) continue;
    const saysList = /^(?:list|lists|checklist)$/.test(goal.tokens[list[1]]?.lower ?? '');
    if ((saysList || isListNoun(goal, list)) && !isOtherList(goal, list)) return { items, list };
  }
  return null;
}
