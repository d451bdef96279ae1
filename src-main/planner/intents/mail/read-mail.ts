import type { Intent } from '#main/planner/intents/intent.ts';
import {
  findThenDo,
  findWhich,
  inboxWords,
  isMailConnected,
  loadWays,
} from '#main/planner/intents/mail/inbox-words.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/inbox.json' with { type: 'json' };

const WAYS = loadWays(pack.read);
const says = sentence(inboxWords.read, 'which');
const goalSays = sentence(inboxWords.goalRead, 'which');

/** “What did Ana write?”, “read the latest email from my bank”. */
export const readMail: Intent = {
  name: 'mail.read',
  actions: ['mail.find', 'mail.read'],
  read(goal, setting) {
    const found = isMailConnected(setting) ? findWhich(goal, setting, WAYS) : null;
    if (found === null) return null;
    const { which } = found.which;
    const act = { verb: 'read', action: 'mail.read', says: says({ which }) };
    return findThenDo(goal, found.which, act, goalSays({ which }));
  },
};
