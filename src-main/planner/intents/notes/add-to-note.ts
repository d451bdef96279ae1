import { wordsOf } from '#main/planner/goals/goal.ts';
import { findThenAct } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/notes.json' with { type: 'json' };

const words = copy.notes.add;
const says = sentence(words.says, 'what', 'text');
const goalSays = sentence(words.goal, 'what');
const findSays = sentence(copy.notes.find.says, 'what');
const ADDS = loadPhrases(pack.add, 'what', 'text');

/** “Add “bring cash” to my note about the market”. */
export const addToNote: Intent = {
  name: 'note.add',
  actions: ['documents.find-note', 'documents.add-to-note'],
  read(goal, setting) {
    const match = matchAny(ADDS, goal.tokens, goal.head);
    if (match?.spans.text === undefined) return null;
    const text = capitalised(bare(wordsOf(goal, match.spans.text)));
    const what = namedThing(goal, setting, match.spans.what);
    if (text === '') return null;
    if (what === null) return ask(goal, setting, 'what', copy.notes.find.asksWhich);
    return findThenAct(goal, {
      what,
      find: { action: 'documents.find-note', args: { query: what }, says: findSays({ what }) },
      act: {
        verb: 'add',
        action: 'documents.add-to-note',
        says: says({ what, text: shortened(text, 200) }),
        takes: { fileName: '/note/fileName' },
        args: { text },
      },
      goal: goalSays({ what }),
    });
  },
};
