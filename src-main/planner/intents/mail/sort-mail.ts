import type { Intent } from '#main/planner/intents/intent.ts';
import {
  findThenDo,
  findWhich,
  inboxWords,
  isMailConnected,
  loadWays,
} from '#main/planner/intents/mail/inbox-words.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/inbox.json' with { type: 'json' };

const ARCHIVE = loadWays(pack.archive);
const MARK = loadWays({ from: pack.mark.from, about: pack.mark.about });
const MOVE = loadWays(pack.move, 'to');
const DELETE = loadWays(pack.delete);
const UNREAD = new Set(pack.mark.unread);
const keepsExample = sentence(pack.keepsExample, 'typed');
const says = {
  archive: sentence(inboxWords.archive, 'which'),
  goalArchive: sentence(inboxWords.goalArchive, 'which'),
  mark: sentence(inboxWords.mark, 'which', 'as'),
  goalMark: sentence(inboxWords.goalMark, 'which', 'as'),
  move: sentence(inboxWords.move, 'which', 'to'),
  goalMove: sentence(inboxWords.goalMove, 'which', 'to'),
};

/** “Archive the newsletter from the shop”. */
export const archiveMail: Intent = {
  name: 'mail.archive',
  actions: ['mail.find', 'mail.archive'],
  read(goal, setting) {
    const found = isMailConnected(setting) ? findWhich(goal, setting, ARCHIVE) : null;
    if (found === null) return null;
    const { which } = found.which;
    const act = { verb: 'archive', action: 'mail.archive', says: says.archive({ which }) };
    // One that lies in the archive already is not the one that is meant.
    const email = { ...found.which, args: { ...found.which.args, folder: 'INBOX' } };
    return findThenDo(goal, email, act, says.goalArchive({ which }));
  },
};

/** “Mark the email from Ana as unread”. */
export const markMail: Intent = {
  name: 'mail.mark',
  actions: ['mail.find', 'mail.mark'],
  read(goal, setting) {
    const found = isMailConnected(setting) ? findWhich(goal, setting, MARK) : null;
    if (found === null) return null;
    const { which } = found.which;
    const isUnread = goal.tokens.slice(0, found.match.end).some(({ lower }) => UNREAD.has(lower));
    const as = isUnread ? 'unread' : 'read';
    const spoken = { which, as: inboxWords.states[as] };
    const act = { verb: 'mark', action: 'mail.mark', says: says.mark(spoken), args: { as } };
    return findThenDo(goal, found.which, act, says.goalMark(spoken));
  },
};

/** “Move the email from Ana to Receipts”. */
export const moveMail: Intent = {
  name: 'mail.move',
  actions: ['mail.find', 'mail.move'],
  read(goal, setting) {
    const found = isMailConnected(setting) ? findWhich(goal, setting, MOVE) : null;
    const to = found && namedThing(goal, setting, found.match.spans.to);
    if (!found || !to) return null;
    const { which } = found.which;
    const act = { verb: 'move', action: 'mail.move', says: says.move({ which, to }), args: { to } };
    return findThenDo(goal, found.which, act, says.goalMove({ which, to }));
  },
};

/** “Delete the email from Ana” is answered with what can be taken back. */
export const keepMail: Intent = {
  name: 'mail.keep',
  actions: [],
  read(goal, setting) {
    const found = isMailConnected(setting) ? findWhich(goal, setting, DELETE) : null;
    if (found === null) return null;
    const answer = { reason: 'refused', says: inboxWords.keeps, examples: [keepsExample(found.which)] } as const;
    return { kind: 'cannot', answer };
  },
};
