import { wordsOf } from '#main/planner/goals/goal.ts';
import { fileWords, readFolder, unlessConnected } from '#main/planner/intents/files/file-words.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/files.json' with { type: 'json' };

const BY = loadPhrases(pack.sort.by, 'in', 'by');
const PLAIN = loadPhrases(pack.sort.plain, 'in');
const says = sentence(fileWords.sort, 'in', 'by');
const goalSays = sentence(fileWords.goalSort, 'in', 'by');

/** “Sort my Downloads by kind and month”; how, is asked where it is not said. */
export const sortFolder: Intent = {
  name: 'files.sort',
  actions: [],
  read(goal, setting) {
    const match = matchAny(BY, goal.tokens, goal.head) ?? matchAny(PLAIN, goal.tokens, goal.head);
    const folder = match?.spans.in ? readFolder(goal, match.spans.in) : null;
    if (!match || !folder?.isSure) return null;
    const notYet = unlessConnected(setting);
    if (notYet) return notYet;
    const said = match.spans.by ? wordsOf(goal, match.spans.by) : (answersTo(goal, setting, 'what').at(-1) ?? '');
    const by = readBy(said);
    if (by === null) return ask(goal, setting, 'what', fileWords.asksBy, [fileWords.byKind, fileWords.byMonth]);
    const { place } = folder;
    const spoken = { in: place, by: fileWords.by[by] };
    const step = { says: says(spoken), action: 'files.sort', args: { in: place, by } };
    return oneStep(goal, 'sort', place, step, goalSays(spoken));
  },
};

function readBy(said: string): keyof typeof fileWords.by | null {
  const isKind = /\b(?:kinds?|types?|sorts?|extensions?|file types?|categor(?:y|ies))\b/i.test(said);
  const isMonth = /\b(?:months?|dates?|time|when)\b/i.test(said);
  const isYear = /\byears?\b/i.test(said);
  if (isKind) return isMonth ? 'kind-and-month' : isYear ? 'kind-and-year' : 'kind';
  return isMonth ? 'month' : isYear ? 'year' : null;
}
