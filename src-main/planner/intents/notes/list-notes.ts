import type { JsonObject } from '#contract/model/json.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/notes.json' with { type: 'json' };

const words = copy.notes.list;
const saysAbout = sentence(words.saysAbout, 'what');
const ABOUT = loadPhrases(pack.listAbout, 'what');
const ALL = loadPhrases(pack.list);

/** “Show my notes”, “list the notes about the house”. */
export const listNotes: Intent = {
  name: 'note.list',
  actions: ['documents.list-notes'],
  read(goal, setting) {
    const about = matchAny(ABOUT, goal.tokens, goal.head);
    const query = about === null ? null : namedThing(goal, setting, about.spans.what);
    if (query === null && matchAny(ALL, goal.tokens, goal.head) === null) return null;
    const args: JsonObject = query === null ? {} : { query };
    const says = query === null ? words.says : saysAbout({ what: query });
    const step = { says, action: 'documents.list-notes', args };
    return oneStep(goal, 'list', 'notes', step, words.goal);
  },
};
