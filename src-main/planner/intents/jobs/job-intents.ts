import { saidIn } from '#contract/language/said-in.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/jobs.json' with { type: 'json' };

const spoken = saidIn(pack.says);

const SEARCH = loadPhrases(pack.search, 'what');
const ALL = loadPhrases(pack.all);
const APPLY = loadPhrases(pack.apply, 'what');
const says = {
  search: sentence(spoken.search, 'what'),
  goalSearch: sentence(spoken.goalSearch, 'what'),
  apply: sentence(spoken.apply, 'what'),
  goalApply: sentence(spoken.goalApply, 'what'),
};

/** Understood as such only where there is a job board; elsewhere the honest answer stands. */
const hasBoard = ({ actions }: Setting): boolean => actions.has('jobs.apply');

/** “Find jobs in the old town”. */
export const searchJobs: Intent = {
  name: 'jobs.search',
  actions: ['jobs.search'],
  read(goal, setting) {
    if (!hasBoard(setting)) return null;
    if (matchAny(ALL, goal.tokens, goal.head) !== null) {
      return oneStep(goal, 'find', 'jobs', { says: spoken.all, action: 'jobs.search', args: {} }, spoken.goalAll);
    }
    const what = namedThing(goal, setting, matchAny(SEARCH, goal.tokens, goal.head)?.spans.what);
    if (!what) return null;
    const step = { says: says.search({ what }), action: 'jobs.search', args: { query: what } };
    return oneStep(goal, 'find', what, step, says.goalSearch({ what }));
  },
};

/** “Apply for the gardener job”. */
export const applyForJob: Intent = {
  name: 'jobs.apply',
  actions: ['jobs.apply'],
  read(goal, setting) {
    const match = hasBoard(setting) ? matchAny(APPLY, goal.tokens, goal.head) : null;
    const what = match && namedThing(goal, setting, match.spans.what);
    if (!what) return null;
    const step = { says: says.apply({ what }), action: 'jobs.apply', args: { job: what } };
    return oneStep(goal, 'apply', what, step, says.goalApply({ what }));
  },
};
