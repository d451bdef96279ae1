import type { Intent } from '#main/planner/intents/intent.ts';
import { itemsStep } from '#main/planner/intents/lists/items-step.ts';
import { listedSpans } from '#main/planner/intents/lists/listed-spans.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };

const words = copy.lists.remove;
const STEP = {
  verb: 'remove',
  action: 'lists.remove-items',
  says: sentence(words.says, 'list', 'items'),
  goal: sentence(words.goal, 'list', 'items'),
  asksItems: () => copy.lists.asksItems,
};
const REMOVES = loadPhrases(pack.remove, 'items', 'list');

/** “Take milk off the shopping list”. */
export const removeItems: Intent = {
  name: 'list.remove',
  actions: ['lists.remove-items'],
  read(goal, setting) {
    const spans = listedSpans(goal, REMOVES);
    return spans === null ? null : itemsStep(goal, setting, spans, STEP);
  },
};
