import type { Goal } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { isOtherList, listName } from '#main/planner/intents/lists/list-words.ts';
import { oneAtATime } from '#main/planner/intents/one-at-a-time.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };

const words = copy.lists.delete;
const says = sentence(words.says, 'list');
const goalSays = sentence(words.goal, 'list');
const BULK = loadPhrases(pack.delete.bulk);
const NAMED = loadPhrases(pack.delete.named, 'list');
const PLAIN = loadPhrases(pack.delete.plain);
const OF_ITEMS = new Set(pack.delete.ofItems);
const LONGEST_NAME = 6;

/** “Delete the packing list”. */
export const deleteList: Intent = {
  name: 'list.delete',
  actions: ['lists.delete-list'],
  read(goal, setting) {
    if (matchAny(BULK, goal.tokens, goal.head) !== null) return oneAtATime(words.bulk);
    const span = matchAny(NAMED, goal.tokens, goal.head)?.spans.list;
    const isNamed = span !== undefined && isName(goal, span);
    if (!isNamed && matchAny(PLAIN, goal.tokens, goal.head) === null) return null;
    const list = listName(goal, setting, isNamed ? span : undefined);
    if (list === null) return ask(goal, setting, 'list', copy.lists.asksList, copy.lists.choices);
    return oneStep(
      goal,
      'delete',
      list,
      { says: says({ list }), action: 'lists.delete-list', args: { list } },
      goalSays({ list }),
    );
  },
};

/** “milk from the shopping list” is an item, not a list. */
function isName(goal: Goal, [from, to]: Span): boolean {
  const isItem = goal.tokens.slice(from, to).some(({ lower }) => OF_ITEMS.has(lower));
  return !isItem && to - from <= LONGEST_NAME && !isOtherList(goal, [from, to]);
}
