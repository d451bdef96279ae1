import { type Goal, wordAt } from '#main/planner/goals/goal.ts';
import { splitGoals } from '#main/planner/goals/split-goals.ts';
import { createEvent } from '#main/planner/intents/calendar/create-event.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { createReminder } from '#main/planner/intents/reminders/create-reminder.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/keep.json' with { type: 'json' };

const words = copy.ask.keep;
const asks = sentence(words.asks, 'what');
const NOT_REQUESTS = new Set(pack.notRequests);

type Way = {
  readonly intent: Intent;
  readonly answers: ReadonlySet<string>;
  readonly reword: (what: string) => string;
};

const inWords = (template: string) => {
  const fill = sentence(template, 'what');
  return (what: string) => fill({ what });
};
const asAnswers = (answers: readonly string[], choice: string) => new Set([...answers, choice.toLowerCase()]);

const WAYS: readonly Way[] = [
  {
    intent: createReminder,
    answers: asAnswers(pack.asReminder, words.asReminder),
    reword: inWords(words.reminderSentence),
  },
  { intent: createEvent, answers: asAnswers(pack.asEvent, words.asEvent), reword: inWords(words.eventSentence) },
];

/**
 * “Feed the cat every day at 7pm” says neither “remind me” nor “in my calendar”. What has a sure time is something to
 * keep, so the person is asked which of the two they mean instead of being told that it was not understood.
 */
export function keepForLater(goal: Goal, setting: Setting): Reading | null {
  const isPossible = WAYS.every(({ intent }) => intent.actions.every((action) => setting.actions.has(action)));
  if (!isPossible || !hasSureTime(goal) || !saysWhat(goal)) return null;
  const answer = bare(answersTo(goal, setting, 'keep').at(-1) ?? '').toLowerCase();
  const way = WAYS.find(({ answers }) => answers.has(answer));
  if (way === undefined) {
    const what = shortened(capitalised(bare(goal.about)), 80);
    return ask(goal, setting, 'keep', asks({ what }), [words.asReminder, words.asEvent]);
  }
  const [reworded, ...others] = splitGoals(way.reword(goal.about), setting.clock);
  if (reworded === undefined || others.length > 0) return null;
  return way.intent.read({ ...reworded, number: goal.number, about: goal.about }, setting);
}

const hasSureTime = ({ times }: Goal): boolean =>
  times.some(({ said }) => said.time !== undefined || said.repeats !== undefined || said.moment !== undefined);

/** Whether there are words beside the time, and they begin like something to do. */
function saysWhat(goal: Goal): boolean {
  const inTimes = goal.times.reduce((sum, { from, to }) => sum + to - from, 0);
  const ofWords = goal.tokens.filter(({ kind }) => kind === 'word').length;
  return ofWords - inTimes >= 2 && !NOT_REQUESTS.has(wordAt(goal, goal.head));
}
