import { wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/memory.json' with { type: 'json' };

const words = copy.memory.recall;
const says = sentence(words.says, 'what');
const goalSays = sentence(words.goal, 'what');
const RECALLS = loadPhrases(pack.recall, 'what');
const ALL = loadPhrases(pack.recallAll);

/** “What do you know about Ana?”. All that is known stands on the Memory screen. */
export const recallFact: Intent = {
  name: 'memory.recall',
  actions: ['memory.recall'],
  read(goal, _setting) {
    if (matchAny(ALL, goal.tokens, goal.head)?.end === goal.tokens.length) {
      return { kind: 'cannot', answer: { reason: 'conversation', says: words.all, examples: words.examples } };
    }
    const span = matchAny(RECALLS, goal.tokens, goal.head)?.spans.what;
    const about = span === undefined ? '' : bare(wordsOf(goal, span)).replace(/\?+$/, '').trim();
    if (!/[\p{L}\p{N}]/u.test(about)) return null;
    const what = shortened(about, 120);
    return oneStep(
      goal,
      'recall',
      what,
      { says: says({ what }), action: 'memory.recall', args: { about: what } },
      goalSays({ what }),
    );
  },
};
