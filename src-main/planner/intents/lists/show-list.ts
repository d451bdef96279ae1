import type { Goal } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { isListNoun, isOtherList, listName } from '#main/planner/intents/lists/list-words.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };

const words = copy.lists;
const says = sentence(words.show.says, 'list');
const goalSays = sentence(words.show.goal, 'list');
const ONE = loadPhrases(pack.show, 'list');
const SHORT = loadPhrases(pack.showShort, 'list');
const ALL = loadPhrases(pack.showAll);
const LONGEST_NAME = 4;

/** “What's on my shopping list?”; “show my lists” shows them all. */
export const showList: Intent = {
  name: 'list.show',
  actions: ['lists.show', 'lists.show-all'],
  read(goal, setting) {
    const span = matchAny(ONE, goal.tokens, goal.head)?.spans.list ?? shortName(goal);
    const isOne = span !== undefined && span[1] - span[0] <= LONGEST_NAME && !isOtherList(goal, span);
    const list = isOne ? listName(goal, setting, span) : null;
    if (list !== null) {
      return oneStep(
        goal,
        'show',
        list,
        { says: says({ list }), action: 'lists.show', args: { list } },
        goalSays({ list }),
      );
    }
    if (matchAny(ALL, goal.tokens, goal.head) === null || isOtherList(goal, [goal.head, goal.tokens.length]))
      return null;
    return oneStep(
      goal,
      'show',
      'lists',
      { says: words.showAll.says, action: 'lists.show-all', args: {} },
      words.showAll.goal,
    );
  },
};

/** “Shopping list” alone asks for it, but only a usual name does so. */
function shortName(goal: Goal): Span | undefined {
  const span = matchAny(SHORT, goal.tokens, goal.head)?.spans.list;
  return span !== undefined && isListNoun(goal, span) && span[1] - span[0] <= 2 ? span : undefined;
}
