import { saidIn } from '#contract/language/said-in.ts';
import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { unlessThere } from '#main/planner/intents/unless-there.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/slack.json' with { type: 'json' };

const packSays = saidIn(pack.says);

const READ = loadPhrases(pack.read, 'channel');
const SEARCH = loadPhrases(pack.search, 'what');
const SEARCH_IN = loadPhrases(pack.searchIn, 'what', 'channel');
const POST = loadPhrases(pack.post, 'channel', 'text');
const TRAILING = new RegExp(pack.trailing, 'i');
const says = {
  read: sentence(packSays.read, 'channel'),
  goalRead: sentence(packSays.goalRead, 'channel'),
  search: sentence(packSays.search, 'what'),
  searchIn: sentence(packSays.searchIn, 'what', 'channel'),
  goalSearch: sentence(packSays.goalSearch, 'what'),
  post: sentence(packSays.post, 'channel', 'text'),
  goalPost: sentence(packSays.goalPost, 'channel'),
};

/** A channel’s name, without its # and without “in Slack” behind it; null where it is more than a name. */
function channelIn(goal: Goal, span: Span | undefined): string | null {
  if (span === undefined) return null;
  const name = bare(wordsOf(goal, span).replace(TRAILING, '').replace(/^#/, ''));
  return /^\S+$/.test(name) ? name : null;
}

const textIn = (goal: Goal, span: Span | undefined): string => (span === undefined ? '' : bare(wordsOf(goal, span)));

/** “What’s new in #general?” */
export const readChannel: Intent = {
  name: 'slack.read',
  actions: [],
  read(goal, setting) {
    const channel = channelIn(goal, matchAny(READ, goal.tokens, goal.head)?.spans.channel);
    if (channel === null) return null;
    const step = { says: says.read({ channel }), action: 'slack.read', args: { channel } };
    return (
      unlessThere(setting, step.action, packSays) ?? oneStep(goal, 'read', channel, step, says.goalRead({ channel }))
    );
  },
};

/** “Search Slack for the invoice”, “find messages about lunch in #general”. */
export const searchMessages: Intent = {
  name: 'slack.search',
  actions: [],
  read(goal, setting) {
    const inChannel = matchAny(SEARCH_IN, goal.tokens, goal.head);
    const match = inChannel ?? matchAny(SEARCH, goal.tokens, goal.head);
    const what = textIn(goal, match?.spans.what);
    const channel = channelIn(goal, inChannel?.spans.channel);
    if (what === '' || (inChannel !== null && channel === null)) return null;
    const shown = shortened(what);
    const spoken = channel === null ? says.search({ what: shown }) : says.searchIn({ what: shown, channel });
    const step = { says: spoken, action: 'slack.search', args: { query: what, ...(channel !== null && { channel }) } };
    return (
      unlessThere(setting, step.action, packSays) ??
      oneStep(goal, 'search', what, step, says.goalSearch({ what: shown }))
    );
  },
};

/** “Post in #general that I’m running late”. */
export const postMessage: Intent = {
  name: 'slack.post',
  actions: [],
  read(goal, setting): Reading | null {
    const match = matchAny(POST, goal.tokens, goal.head);
    const channel = channelIn(goal, match?.spans.channel);
    const text = capitalised(textIn(goal, match?.spans.text));
    if (channel === null || text === '') return null;
    const step = {
      says: says.post({ channel, text: shortened(text, 200) }),
      action: 'slack.post',
      args: { channel, text },
    };
    return (
      unlessThere(setting, step.action, packSays) ?? oneStep(goal, 'post', channel, step, says.goalPost({ channel }))
    );
  },
};
