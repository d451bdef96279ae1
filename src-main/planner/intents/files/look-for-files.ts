import { wordsOf } from '#main/planner/goals/goal.ts';
import { FILE_NAME, fileWords, readFolder, unlessConnected } from '#main/planner/intents/files/file-words.ts';
import { readWhich } from '#main/planner/intents/files/read-which.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/files.json' with { type: 'json' };

const LIST = loadPhrases(pack.list, 'in');
const FIND = loadPhrases(pack.find, 'what');
const READ = [...loadPhrases(pack.read, 'what'), ...loadPhrases(pack.readSays, 'what')];
const says = {
  list: sentence(fileWords.list, 'in'),
  goalList: sentence(fileWords.goalList, 'in'),
  find: sentence(fileWords.find, 'what'),
  goalFind: sentence(fileWords.goalFind, 'what'),
  read: sentence(fileWords.read, 'what'),
  goalRead: sentence(fileWords.goalRead, 'what'),
  in: sentence(fileWords.in, 'what', 'in'),
};

/** “What’s in Downloads?” */
export const listFolder: Intent = {
  name: 'files.list',
  actions: [],
  read(goal, setting) {
    const match = matchAny(LIST, goal.tokens, goal.head);
    const folder = match?.spans.in ? readFolder(goal, match.spans.in) : null;
    if (!folder?.isSure) return null;
    const { place } = folder;
    const step = { says: says.list({ in: place }), action: 'files.list', args: { in: place } };
    return unlessConnected(setting) ?? oneStep(goal, 'look', place, step, says.goalList({ in: place }));
  },
};

/** “Read notes.txt”, “what does terms.md say?” */
export const readFile: Intent = {
  name: 'files.read',
  actions: [],
  read(goal, setting) {
    const match = matchAny(READ, goal.tokens, goal.head);
    if (!match?.spans.what) return null;
    const what = bare(wordsOf(goal, match.spans.what).replace(/\s+(?:say|says|say\?|to me)\s*\??$/i, ''));
    if (!FILE_NAME.test(what)) return null;
    const step = { says: says.read({ what: shortened(what) }), action: 'files.read', args: { file: what } };
    return unlessConnected(setting) ?? oneStep(goal, 'read', what, step, says.goalRead({ what: shortened(what) }));
  },
};

/** “Find the PDFs larger than 20 MB”, “where is report.pdf?” */
export const findFiles: Intent = {
  name: 'files.find',
  actions: [],
  read(goal, setting) {
    const match = matchAny(FIND, goal.tokens, goal.head);
    if (!match?.spans.what) return null;
    const text = wordsOf(goal, match.spans.what);
    const [, what = text, where] = /^(.+?)\s+in\s+(?:my\s+|the\s+)?(\S+(?:\s+folder)?)\??$/i.exec(text) ?? [];
    const isYear = where !== undefined && /^(?:19|20)\d\d$/.test(where);
    const which = readWhich(isYear ? text : what, setting.clock);
    if (!which?.isSure) return null;
    const place = where === undefined || isYear ? null : bare(where.replace(/\s+folder$/i, ''));
    const known = place === null ? null : ((pack.folders as Record<string, string>)[place.toLowerCase()] ?? place);
    const spoken = shortened(known === null ? which.says : says.in({ what: which.says, in: known }), 150);
    const args = { ...which.args, ...(known === null ? {} : { in: known }) };
    const step = { says: says.find({ what: spoken }), action: 'files.find', args };
    return unlessConnected(setting) ?? oneStep(goal, 'find', which.says, step, says.goalFind({ what: spoken }));
  },
};
