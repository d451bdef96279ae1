import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/notes.json' with { type: 'json' };

const words = copy.notes.find;
const says = sentence(words.says, 'what');
const goalSays = sentence(words.goal, 'what');
const FINDS = loadPhrases(pack.find, 'what');

/** “Read my note about the wifi”. */
export const findNote: Intent = {
  name: 'note.find',
  actions: ['documents.find-note'],
  read(goal, setting) {
    const match = matchAny(FINDS, goal.tokens, goal.head);
    const what = match === null ? null : namedThing(goal, setting, match.spans.what);
    if (what === null) return null;
    const step = { says: says({ what }), action: 'documents.find-note', args: { query: what } };
    return oneStep(goal, 'find', what, step, goalSays({ what }));
  },
};
