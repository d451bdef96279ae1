import type { Goal } from '#main/planner/goals/goal.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { itemsStep } from '#main/planner/intents/lists/items-step.ts';
import { isOtherList } from '#main/planner/intents/lists/list-words.ts';
import { listedSpans } from '#main/planner/intents/lists/listed-spans.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };

const words = copy.lists.add;
const asksItems = sentence(words.asksItems, 'list');
const STEP = {
  verb: 'add',
  action: 'lists.add-items',
  says: sentence(words.says, 'list', 'items'),
  goal: sentence(words.goal, 'list', 'items'),
  asksItems: (list: string) => asksItems({ list }),
};
const ITEMS = [
  loadPhrases(pack.add.itemsToList, 'items', 'list'),
  loadPhrases(pack.add.listItems, 'list', 'items'),
  loadPhrases(pack.add.make, 'list', 'items'),
].flat();
const EMPTY = [loadPhrases(pack.add.makeEmpty, 'list'), loadPhrases(pack.add.makeFor, 'list')].flat();
const PLAIN = loadPhrases(pack.add.makePlain);

/** “Add milk, eggs and bread to the shopping list”, “make a packing list with socks and a torch”. */
export const addItems: Intent = {
  name: 'list.add',
  actions: ['lists.add-items'],
  read(goal, setting) {
    const spans = findSpans(goal);
    return spans === null ? null : itemsStep(goal, setting, spans, STEP);
  },
};

type Spans = { readonly items: Span | undefined; readonly list: Span | undefined };

function findSpans(goal: Goal): Spans | null {
  const listed = listedSpans(goal, ITEMS);
  if (listed !== null) return listed;
  const empty = matchAny(EMPTY, goal.tokens, goal.head)?.spans.list;
  if (empty !== undefined && !isOtherList(goal, empty)) return { items: undefined, list: empty };
  return matchAny(PLAIN, goal.tokens, goal.head) === null ? null : { items: undefined, list: undefined };
}
