import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { unlessThere } from '#main/planner/intents/unless-there.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/notion.json' with { type: 'json' };

const SEARCH = loadPhrases(pack.search, 'what');
const READ = loadPhrases(pack.read, 'page');
const ADD = loadPhrases(pack.add, 'text', 'page');
const WRITE = loadPhrases(pack.write, 'title', 'page', 'text');
const says = {
  search: sentence(pack.says.search, 'what'),
  goalSearch: sentence(pack.says.goalSearch, 'what'),
  read: sentence(pack.says.read, 'page'),
  goalRead: sentence(pack.says.goalRead, 'page'),
  add: sentence(pack.says.add, 'text', 'page'),
  goalAdd: sentence(pack.says.goalAdd, 'page'),
  write: sentence(pack.says.write, 'title', 'page'),
  goalWrite: sentence(pack.says.goalWrite, 'title'),
};

const textIn = (goal: Goal, span: Span | undefined): string => (span === undefined ? '' : bare(wordsOf(goal, span)));

/** “Find recipes in Notion”. */
export const searchPages: Intent = {
  name: 'notion.search',
  actions: [],
  read(goal, setting) {
    const what = textIn(goal, matchAny(SEARCH, goal.tokens, goal.head)?.spans.what);
    if (what === '') return null;
    const shown = shortened(what);
    const step = { says: says.search({ what: shown }), action: 'notion.search', args: { query: what } };
    const goalSays = says.goalSearch({ what: shown });
    return unlessThere(setting, step.action, pack.says) ?? oneStep(goal, 'search', what, step, goalSays);
  },
};

/** “Read my Notion page Recipes”. */
export const readPage: Intent = {
  name: 'notion.read',
  actions: [],
  read(goal, setting) {
    const page = textIn(goal, matchAny(READ, goal.tokens, goal.head)?.spans.page);
    if (page === '') return null;
    const shown = shortened(page);
    const step = { says: says.read({ page: shown }), action: 'notion.read', args: { page } };
    return (
      unlessThere(setting, step.action, pack.says) ?? oneStep(goal, 'read', page, step, says.goalRead({ page: shown }))
    );
  },
};

/** “Add “milk” to my Notion page Shopping”. */
export const appendText: Intent = {
  name: 'notion.add',
  actions: [],
  read(goal, setting) {
    const match = matchAny(ADD, goal.tokens, goal.head);
    const [page, text] = [textIn(goal, match?.spans.page), capitalised(textIn(goal, match?.spans.text))];
    if (page === '' || text === '') return null;
    const shown = { page: shortened(page), text: shortened(text, 200) };
    const step = { says: says.add(shown), action: 'notion.append', args: { page, text } };
    return (
      unlessThere(setting, step.action, pack.says) ??
      oneStep(goal, 'add', page, step, says.goalAdd({ page: shown.page }))
    );
  },
};

/** “Write a Notion page called Plans inside Family saying …”. */
export const createPage: Intent = {
  name: 'notion.create',
  actions: [],
  read(goal, setting) {
    const match = matchAny(WRITE, goal.tokens, goal.head);
    const [title, page] = [capitalised(textIn(goal, match?.spans.title)), textIn(goal, match?.spans.page)];
    const text = capitalised(textIn(goal, match?.spans.text));
    if (title === '' || page === '' || text === '') return null;
    const shown = { title: shortened(title), page: shortened(page) };
    const step = { says: says.write(shown), action: 'notion.create-page', args: { in: page, title, text } };
    const goalSays = says.goalWrite({ title: shown.title });
    return unlessThere(setting, step.action, pack.says) ?? oneStep(goal, 'write', title, step, goalSays);
  },
};
