import { restOf, wordAt } from '#main/planner/goals/goal.ts';
import { findThenAct } from '#main/planner/intents/find-then-act.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { readMoveTarget } from '#main/planner/intents/move-target.ts';
import { timeChangeOrQuestion } from '#main/planner/intents/moved-time.ts';
import { reminderName } from '#main/planner/intents/reminders/cancel-reminder.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { isReading } from '#main/planner/questions/ask-when.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { shortened } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/reminders.json' with { type: 'json' };

const words = copy.reminders.move;
const says = sentence(words.says, 'what', 'to');
const goalSays = sentence(words.goal, 'what');
const findSays = sentence(copy.reminders.find, 'what');
const VERBS = loadPhrases(pack.move.verbs);
const LEADS = loadPhrases(pack.move.leads);
const ALARMS = loadPhrases(pack.move.alarms);

/** “Move the reminder about the rent to Friday”, “snooze the reminder to call mum by an hour”. */
export const moveReminder: Intent = {
  name: 'reminder.move',
  actions: ['reminders.find', 'reminders.move'],
  read(goal, setting) {
    const verb = matchAny(VERBS, goal.tokens, goal.head);
    if (verb === null) return null;
    const target = readMoveTarget(goal, wordAt(goal, goal.head), restOf(goal, verb.end), setting.clock);
    const [from, to] = target.what;
    const lead = matchAny(LEADS, goal.tokens, from, to);
    const alarm = matchAny(ALARMS, goal.tokens, from, to);
    const trailing = ['reminder', 'reminders', 'alert'].includes(wordAt(goal, to - 1));
    if (lead === null && !trailing && alarm === null) return null;
    const span = lead === null ? ([from, trailing ? to - 1 : to] as const) : ([lead.end, to] as const);
    const named = alarm === null ? reminderName(goal, setting, span) : copy.reminders.create.alarm;
    if (named === null) return ask(goal, setting, 'what', copy.reminders.asksWhich);
    const what = shortened(named, 120);
    const change = timeChangeOrQuestion(goal, setting, target, words.asksTarget);
    if (isReading(change)) return change;
    return findThenAct(goal, {
      what,
      find: { action: 'reminders.find', args: { query: what }, says: findSays({ what }) },
      act: {
        verb: 'move',
        action: 'reminders.move',
        says: says({ what, to: change.says }),
        takes: { id: '/reminder/id' },
        args: { ...change.args, timeZone: setting.clock.timeZone },
      },
      goal: goalSays({ what }),
    });
  },
};
