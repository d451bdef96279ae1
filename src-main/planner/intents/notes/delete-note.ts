import { findThenAct } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { oneAtATime } from '#main/planner/intents/one-at-a-time.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/notes.json' with { type: 'json' };

const words = copy.notes.delete;
const says = sentence(words.says, 'what');
const goalSays = sentence(words.goal, 'what');
const findSays = sentence(copy.notes.find.says, 'what');
const BULK = loadPhrases(pack.delete.bulk);
const ABOUT = loadPhrases(pack.delete.about, 'what');
const PLAIN = loadPhrases(pack.delete.plain);

/** “Delete the note about the wifi”. */
export const deleteNote: Intent = {
  name: 'note.delete',
  actions: ['documents.find-note', 'documents.delete-note'],
  read(goal, setting) {
    if (matchAny(BULK, goal.tokens, goal.head) !== null) return oneAtATime(words.bulk);
    const about = matchAny(ABOUT, goal.tokens, goal.head);
    if (about === null && matchAny(PLAIN, goal.tokens, goal.head) === null) return null;
    const what = namedThing(goal, setting, about?.spans.what);
    if (what === null) return ask(goal, setting, 'what', copy.notes.find.asksWhich);
    return findThenAct(goal, {
      what,
      find: { action: 'documents.find-note', args: { query: what }, says: findSays({ what }) },
      act: {
        verb: 'delete',
        action: 'documents.delete-note',
        says: says({ what }),
        takes: { fileName: '/note/fileName' },
      },
      goal: goalSays({ what }),
    });
  },
};
