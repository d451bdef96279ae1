import { sayAll } from '#contract/language/intl.ts';
import { saidIn } from '#contract/language/said-in.ts';
import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { isOtherList, itemsAnswered, itemsIn } from '#main/planner/intents/lists/list-words.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { findPhrase } from '#main/planner/text/find-phrase.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type PhraseMatch } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import checklists from '#resources/packs/everyday/checklists.json' with { type: 'json' };
import pack from '#resources/packs/everyday/intents/lists.json' with { type: 'json' };

const words = copy.lists.add;
const says = sentence(words.says, 'list', 'items');
const goalSays = sentence(words.goal, 'list', 'items');
const asksItems = sentence(words.asksItems, 'list');
const named = sentence(pack.checklist.named, 'kind', 'occasion');
const WITH_ITEMS = loadPhrases(pack.checklist.forItems, 'occasion', 'items');
const KIND_FOR = loadPhrases(pack.checklist.kindFor, 'kind', 'occasion');
const FOR = loadPhrases(pack.checklist.for, 'occasion');
const KIND = loadPhrases(pack.checklist.kind, 'kind');
const CALLED_CHECKLIST = loadPhrases(pack.checklist.called);
const many = sentence(saidIn(pack.checklist.many), 'count');
const LONGEST_NAME = 60;
/** More are counted in the sentence; the card lists each. */
const MOST_NAMED = 5;
/** What is on a list of that kind in every house, offered as an answer. */
const READY = checklists.map(({ about, items }) => ({ about: loadPhrases(about), items }));

/** “Make a packing checklist for Lisbon”, “make a checklist for moving house: boxes, keys”. */
export const fillChecklist: Intent = {
  name: 'list.add',
  actions: ['lists.add-items'],
  read(goal, setting) {
    const given = matchAny(WITH_ITEMS, goal.tokens, goal.head);
    const items = given === null ? [] : itemsIn(goal, given.spans.items);
    if (given !== null && items.length > 0) return filled(goal, nameOf(goal, given), items);
    const asked = [KIND_FOR, FOR, KIND].map((ways) => matchAny(ways, goal.tokens, goal.head)).find(isFound);
    if (asked === undefined || namesItems(goal, asked)) return null;
    // A guest list for a party is not what a party needs.
    const [from, to] = asked.spans.kind ?? asked.spans.occasion ?? [0, 0];
    const ready = READY.find(({ about }) => findPhrase(about, goal.tokens, from, to) !== null);
    const isChecklist = findPhrase(CALLED_CHECKLIST, goal.tokens, goal.head, goal.tokens.length) !== null;
    if (ready === undefined && !isChecklist && !isForATime(goal, asked)) return null;
    const list = nameOf(goal, asked);
    const answered = itemsAnswered(goal, setting, 'checklist');
    if (answered.length > 0) return filled(goal, list, answered);
    return ask(goal, setting, 'checklist', asksItems({ list }), ready === undefined ? [] : [ready.items]);
  },
};

const isFound = (match: PhraseMatch | null): match is PhraseMatch => match !== null;

/** “a packing list for socks and a torch” says what is on it, and a playlist is none of ours. */
const namesItems = (goal: Goal, { spans: { kind, occasion } }: PhraseMatch): boolean =>
  (occasion !== undefined && itemsIn(goal, occasion).length > 1) ||
  [kind, occasion].some((span) => span !== undefined && isOtherList(goal, span));

/** “A to-do list for tomorrow”: a day is what it is for, and not what is on it. */
const isForATime = (goal: Goal, { spans: { occasion } }: PhraseMatch): boolean =>
  occasion !== undefined && goal.times.some(({ from, to }) => from <= occasion[0] && to >= occasion[1]);

function nameOf(goal: Goal, { spans }: PhraseMatch): string {
  const said = (span: PhraseMatch['spans'][string] | undefined) =>
    span === undefined ? '' : bare(wordsOf(goal, span)).replace(/^(?:my|our|the|an?) /i, '');
  const kind = said(spans.kind);
  const occasion = said(spans.occasion);
  const name = kind !== '' && occasion !== '' ? named({ kind, occasion }) : kind || occasion;
  return shortened(capitalised(name), LONGEST_NAME);
}

function filled(goal: Goal, list: string, items: readonly string[]) {
  const all = items.length > MOST_NAMED ? many({ count: String(items.length) }) : sayAll(items);
  const said = { list, items: shortened(all, 300) };
  const step = { says: says(said), action: 'lists.add-items', args: { list, items: [...items] } } as const;
  return oneStep(goal, 'add', list, step, goalSays({ list, items: shortened(all, 60) }));
}
