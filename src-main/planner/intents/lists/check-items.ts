import type { Intent } from '#main/planner/intents/intent.ts';
import { itemsStep } from '#main/planner/intents/lists/items-step.ts';
import { listedSpans } from '#main/planner/intents/lists/listed-spans.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };

const words = copy.lists.check;
const STEP = {
  verb: 'tick',
  action: 'lists.check-items',
  says: sentence(words.says, 'list', 'items'),
  goal: sentence(words.goal, 'list', 'items'),
  asksItems: () => copy.lists.asksItems,
};
const CHECKS = loadPhrases(pack.check, 'items', 'list');

/** “Tick off milk on the shopping list”. */
export const checkItems: Intent = {
  name: 'list.check',
  actions: ['lists.check-items'],
  read(goal, setting) {
    const spans = listedSpans(goal, CHECKS);
    return spans === null ? null : itemsStep(goal, setting, spans, STEP);
  },
};
