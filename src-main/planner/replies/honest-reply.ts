import { sayMoment } from '#connectors/sdk/say-time.ts';
import { saidIn } from '#contract/language/said-in.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import type { Answer } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Phrase } from '#main/planner/text/phrase.ts';
import { type WordList, wordList } from '#main/planner/text/word-list.ts';
import theGuards from '#resources/packs/everyday/guards.json' with { type: 'json' };
import theReplies from '#resources/packs/everyday/replies.json' with { type: 'json' };

type Reason = Answer['reason'];
type Reply = {
  readonly phrases: readonly Phrase[];
  readonly unless: readonly Phrase[];
  readonly words: WordList;
  readonly answer: Answer;
};

const REASONS: readonly string[] = ['planned', 'refused', 'not-understood', 'conversation'] satisfies readonly Reason[];
const isReason = (reason: string): reason is Reason => REASONS.includes(reason);

const GUARDS = saidIn(theGuards).map((guard) => load({ ...guard, words: [] }));
const REPLIES = saidIn(theReplies).map((reply) => load({ ...reply, unless: [] }));

/** What is plainly not asked to be done: “don't …”, “if it rains …”. Looked at before any intent. */
export const guardingReply = (goal: Goal, setting: Setting): Answer | null => find(GUARDS, goal, setting);

/** The honest sentence for what is asked but is not possible (yet), or is no request at all. */
export const honestReply = (goal: Goal, setting: Setting): Answer | null => find(REPLIES, goal, setting);

function find(all: readonly Reply[], goal: Goal, setting: Setting): Answer | null {
  const { tokens, head } = goal;
  const reply = all.find(
    ({ phrases, unless, words }) =>
      (matchAny(phrases, tokens, head) !== null || words.findIn(tokens, head, tokens.length) !== null) &&
      matchAny(unless, tokens, head) === null,
  );
  if (reply === undefined) return null;
  const now = sayMoment(setting.view.now, setting.view);
  return { ...reply.answer, says: reply.answer.says.replace('{now}', now) };
}

type Source = {
  readonly about: string;
  readonly reason: string;
  readonly phrases: readonly string[];
  readonly unless: readonly string[];
  readonly words: readonly string[];
  readonly says: string;
  readonly examples: readonly string[];
};

/** Throws when it is loaded with a reason that there is not, or with a gap that nothing fills. */
function load({ about, reason, phrases, unless, words, says, examples }: Source): Reply {
  if (!isReason(reason)) throw new Error(`The reply about ${about} has the reason “${reason}”.`);
  if (/[{}]/.test(says.replace('{now}', ''))) throw new Error(`The reply about ${about} has a gap that nothing fills.`);
  return {
    phrases: loadPhrases(phrases),
    unless: loadPhrases(unless),
    words: wordList(words),
    answer: { reason, says, examples },
  };
}
