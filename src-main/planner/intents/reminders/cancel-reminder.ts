import { type Goal, restOf } from '#main/planner/goals/goal.ts';
import { findThenAct } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { namedThing } from '#main/planner/intents/named-thing.ts';
import { oneAtATime } from '#main/planner/intents/one-at-a-time.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import pack from '#resources/packs/everyday/intents/reminders.json' with { type: 'json' };

const words = copy.reminders.cancel;
const says = sentence(words.says, 'what');
const goalSays = sentence(words.goal, 'what');
const findSays = sentence(copy.reminders.find, 'what');
const BULK = loadPhrases(pack.cancel.bulk);
const ABOUT = loadPhrases(pack.cancel.about, 'what');
const ALARM = loadPhrases(pack.cancel.alarm);
const PLAIN = loadPhrases(pack.cancel.plain);
const IS_OF_REMINDERS = /^(?:reminders?|alarms?|timers?)$/;

/** “Cancel the reminder about the rent”, “turn off the 6am alarm”, “stop reminding me to stretch”. */
export const cancelReminder: Intent = {
  name: 'reminder.cancel',
  actions: ['reminders.find', 'reminders.cancel'],
  read(goal, setting) {
    if (matchAny(BULK, goal.tokens, goal.head) !== null) return oneAtATime(words.bulk);
    const about = matchAny(ABOUT, goal.tokens, goal.head);
    const isAlarm = matchAny(ALARM, goal.tokens, goal.head) !== null;
    if (about === null && !isAlarm && matchAny(PLAIN, goal.tokens, goal.head) === null) return null;
    const what = about === null && isAlarm ? alarmName(goal) : reminderName(goal, setting, about?.spans.what);
    if (what === null) return ask(goal, setting, 'what', copy.reminders.asksWhich);
    return findThenAct(goal, {
      what,
      find: { action: 'reminders.find', args: { query: what }, says: findSays({ what }) },
      act: { verb: 'cancel', action: 'reminders.cancel', says: says({ what }), takes: { id: '/reminder/id' } },
      goal: goalSays({ what }),
    });
  },
};

/** What it says, without the time that it was set for. */
export function reminderName(goal: Goal, setting: Setting, span: readonly [number, number] | undefined): string | null {
  const cuts = goal.times.map(({ from, to }) => [from, to] as const);
  return namedThing(goal, setting, span, cuts) ?? namedThing(goal, setting, span);
}

/** Alarms and timers that were set without words are called just that. */
function alarmName(goal: Goal): string {
  const [from, to] = restOf(goal, goal.head);
  const word = goal.tokens.slice(from, to).find(({ lower }) => IS_OF_REMINDERS.test(lower))?.lower ?? '';
  return word.startsWith('timer') ? copy.reminders.create.timer : copy.reminders.create.alarm;
}
