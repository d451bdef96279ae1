import { findThenAct } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { oneAtATime } from '#main/planner/intents/one-at-a-time.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/mail.json' with { type: 'json' };

const words = copy.mail.discard;
const says = sentence(words.says, 'what');
const goalSays = sentence(words.goal, 'what');
const findSays = sentence(copy.mail.find, 'what');
const BULK = loadPhrases(pack.discard.bulk);
const ABOUT = loadPhrases(pack.discard.about, 'what');
const PLAIN = loadPhrases(pack.discard.plain);

/** “Discard the draft to Ana”. */
export const discardDraft: Intent = {
  name: 'mail.discard-draft',
  actions: ['drafts.find', 'drafts.discard'],
  read(goal, setting) {
    if (matchAny(BULK, goal.tokens, goal.head) !== null) return oneAtATime(words.bulk);
    const about = matchAny(ABOUT, goal.tokens, goal.head);
    if (about === null && matchAny(PLAIN, goal.tokens, goal.head) === null) return null;
    const what = namedThing(goal, setting, about?.spans.what);
    if (what === null) return ask(goal, setting, 'what', copy.mail.asksWhich);
    return findThenAct(goal, {
      what,
      find: { action: 'drafts.find', args: { query: what }, says: findSays({ what }) },
      act: { verb: 'discard', action: 'drafts.discard', says: says({ what }), takes: { fileName: '/draft/fileName' } },
      goal: goalSays({ what }),
    });
  },
};
