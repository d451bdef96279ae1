import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { lowercased } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const says = sentence(copy.mail.find, 'what');
const FINDS = loadPhrases(pack.find, 'what');

/** “Find my draft to Ana”. */
export const findDraft: Intent = {
  name: 'mail.find-draft',
  actions: ['drafts.find'],
  read(goal, setting) {
    const match = matchAny(FINDS, goal.tokens, goal.head);
    const what = match === null ? null : namedThing(goal, setting, match.spans.what);
    if (what === null) return null;
    const step = { says: says({ what }), action: 'drafts.find', args: { query: what } };
    return oneStep(goal, 'find', what, step, lowercased(says({ what })));
  },
};
