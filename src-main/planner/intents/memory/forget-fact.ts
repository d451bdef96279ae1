import { matchesWords } from '#connectors/sdk/plain-text.ts';
import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { oneStep } from '#main/planner/intents/find-then-act.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/memory.json' with { type: 'json' };

const words = copy.memory.forget;
const unknown = sentence(words.unknown, 'what');
const asksWhich = sentence(words.asksWhich, 'what');
const FORGETS = loadPhrases(pack.forget, 'what');
const MOST_CHOICES = 8;
const LONGEST_CHOICE = 80;

type Known = { readonly id: string; readonly text: string };

/** “Forget that I'm vegetarian”. Exactly one thing is forgotten at a time, and the card shows which. */
export const forgetFact: Intent = {
  name: 'memory.forget',
  actions: ['memory.forget'],
  read(goal, setting) {
    const span = matchAny(FORGETS, goal.tokens, goal.head)?.spans.what;
    const what = span === undefined ? '' : bare(wordsOf(goal, span));
    if (!/[\p{L}\p{N}]/u.test(what) || /^(?:it|that|this|them|to\b.*|about it)$/i.test(what)) return null;
    return choose(goal, setting, what);
  },
};

function choose(goal: Goal, setting: Setting, what: string): Reading {
  const all: readonly Known[] = [
    ...setting.facts.map(({ id, text }) => ({ id, text })),
    ...setting.people.flatMap(({ id, names, name, email }) =>
      id === undefined || names !== undefined ? [] : [{ id, text: `${name}, ${email}` }],
    ),
  ];
  const fitting = all.filter(({ text }) => matchesWords(text, what) || isWithin(text, what));
  const answer = answersTo(goal, setting, 'what').at(-1);
  const chosen = answer === undefined ? fitting : fitting.filter(({ text }) => choiceOf(text) === answer.trim());
  const [only, ...others] = chosen;
  if (fitting.length === 0) {
    return {
      kind: 'cannot',
      answer: { reason: 'conversation', says: unknown({ what: shortened(what, 120) }), examples: [] },
    };
  }
  if (only === undefined || others.length > 0) {
    const choices = fitting.slice(0, MOST_CHOICES).map(({ text }) => choiceOf(text));
    return ask(goal, setting, 'what', asksWhich({ what: shortened(what, 80) }), choices);
  }
  return oneStep(
    goal,
    'forget',
    'memory',
    { says: words.says, action: 'memory.forget', args: { id: only.id } },
    words.goal,
  );
}

/** “I'm vegetarian” was said, “I'm vegetarian since 2019” is asked to be forgotten. */
const isWithin = (text: string, what: string): boolean => matchesWords(what, text);
const choiceOf = (text: string): string => shortened(text, LONGEST_CHOICE);
