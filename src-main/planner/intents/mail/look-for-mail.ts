import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { findWhich, inboxWords, isMailConnected, loadWays } from '#main/planner/intents/mail/inbox-words.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/inbox.json' with { type: 'json' };

const UNREAD = loadPhrases(pack.list.unread);
const WAYS = loadWays({ from: pack.list.from, about: pack.list.about, any: pack.list.any });
const says = sentence(inboxWords.list, 'which');
const goalSays = sentence(inboxWords.goalList, 'which');

/** “Any new emails?”, “find the emails about the invoice”. */
export const lookForMail: Intent = {
  name: 'mail.search',
  actions: ['mail.search'],
  read(goal, setting) {
    if (!isMailConnected(setting)) return null;
    if (matchAny(UNREAD, goal.tokens, goal.head) !== null) {
      const which = inboxWords.unread;
      const step = { says: says({ which }), action: 'mail.search', args: { unread: true, folder: 'INBOX' } };
      return oneStep(goal, 'look', 'unread', step, goalSays({ which }));
    }
    const found = findWhich(goal, setting, WAYS);
    if (found === null) return null;
    const { which, what, args } = found.which;
    const asked = Object.keys(args).length === 0 ? { folder: 'INBOX' } : args;
    return oneStep(
      goal,
      'look',
      what,
      { says: says({ which }), action: 'mail.search', args: asked },
      goalSays({ which }),
    );
  },
};
