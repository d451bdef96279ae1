import { Temporal } from 'temporal-polyfill';
import { wallText } from '#connectors/sdk/local-time.ts';
import type { JsonObject } from '#contract/model/json.ts';
import { type Goal, restOf, wordsOf } from '#main/planner/goals/goal.ts';
import { type WhenSaid, whenSaid } from '#main/planner/goals/when-said.ts';
import { habitOf } from '#main/planner/intents/event-kind.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { findReminderOpening, type ReminderOpening } from '#main/planner/intents/reminders/reminder-opening.ts';
import { timeBefore } from '#main/planner/intents/reminders/time-before.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { askAboutTime, isReading, saidWithAnswers, timeOrQuestion } from '#main/planner/questions/ask-when.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import type { Habit } from '#main/planner/time/choose-half.ts';
import { readClockTime } from '#main/planner/time/read-clock-time.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';
import { sayReminderTime } from '#main/planner/time/say-when.ts';
import { isAhead } from '#main/planner/time/time-of-day.ts';
import type { When, WhenHabits } from '#main/planner/time/when.ts';

const ACTION = 'reminders.set';
const MOST_LETTERS = 500;
const USUAL_TIME = new Temporal.PlainTime(9);
const words = copy.reminders.create;
const says = sentence(words.says, 'when', 'message');
const asksBase = sentence(words.asksBase, 'what');
const A_DAY = 1440;
const goalSays = sentence(words.goal, 'message');

/** “Remind me to pay the rent on the 1st of every month”, “wake me up at 7”, “set a timer for 10 minutes”. */
export const createReminder: Intent = {
  name: 'reminder.create',
  actions: [ACTION],
  read(goal, setting) {
    const opening = findReminderOpening(goal);
    if (opening === null) return null;
    const isText = opening.kind === 'reminder';
    const said = whenSaid(goal, restOf(goal, isText ? opening.end : goal.head), isText);
    const plain = alarmTime(goal, opening, said);
    const when = timerTime(goal, opening, plain, setting);
    if (opening.needsTime && when.cuts.length === 0) return null;
    const message = messageOf(goal, setting, opening, when);
    if (message === null) return ask(goal, setting, 'what', words.asksMessage);
    if (when.separately.length > 0) return severalTimes(goal, setting, opening, when, message);
    const time = reminderTime(goal, setting, opening, when, message);
    if (isReading(time)) return time;
    return plan(goal, setting, message, time);
  },
};

/** “at 8am and 8pm”: one reminder for each. */
function severalTimes(
  goal: Goal,
  setting: Setting,
  opening: ReminderOpening,
  when: WhenSaid,
  message: string,
): Reading {
  const readings = when.separately.map((said, index) => {
    const alone = { ...when, said, twoTimes: [], separately: [] };
    const time = reminderTime(goal, setting, opening, alone, message);
    return isReading(time) ? time : plan(goal, setting, message, time, index + 1);
  });
  const open = readings.find(({ kind }) => kind !== 'steps');
  const steps = readings.flatMap((reading) => (reading.kind === 'steps' ? reading.steps : []));
  return open ?? { kind: 'steps', steps, goal: goalSays({ message: shortened(message, 60) }) };
}

/** “an alarm for eight” needs no o'clock. */
function alarmTime(goal: Goal, opening: ReminderOpening, when: WhenSaid): WhenSaid {
  if (opening.kind === 'reminder' || opening.kind === 'timer' || when.said.time || when.said.moment) return when;
  const time = readClockTime(goal.tokens, opening.textAt, true);
  if (time === null) return when;
  return { ...when, said: { ...when.said, time: time.value }, cuts: [...when.cuts, [opening.textAt, time.next]] };
}

/** “for 10 minutes” is how long a timer runs, so when it ends. */
function timerTime(goal: Goal, opening: ReminderOpening, when: WhenSaid, { clock }: Setting): WhenSaid {
  if (opening.kind !== 'timer') return when;
  const { minutes = minutesAnywhere(goal), ...said } = when.said;
  if (minutes === undefined || said.moment !== undefined) return when;
  const moment = clock.now.add({ minutes }).round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  return { ...when, said: { ...said, moment } };
}

/** “a 10 minute timer”. */
function minutesAnywhere(goal: Goal): number | undefined {
  for (let at = goal.head; at < goal.tokens.length; at += 1) {
    const length = readDuration(goal.tokens, at);
    if (length !== null && length.value.minutes > 0) return length.value.minutes;
  }
  return undefined;
}

function messageOf(goal: Goal, setting: Setting, opening: ReminderOpening, { cuts }: WhenSaid): string | null {
  const text = bare(wordsOf(goal, restOf(goal, opening.textAt), cuts)).replace(LOOSE_END, '');
  const hasText = opening.kind !== 'timer' && /[\p{L}\p{N}]/u.test(text) && !SAYS_NOTHING.test(text);
  const answered = answersTo(goal, setting, 'what')
    .map(bare)
    .filter((answer) => answer !== '')
    .at(-1);
  const message = (hasText ? text : '') || opening.message || (setting.newEvent?.title ?? answered ?? '');
  return message === '' ? null : shortened(capitalised(message), MOST_LETTERS);
}

const LOOSE_END = /\s+(?:on|at|for|in|and|from|by|then|also|every|starting)$/i;
const SAYS_NOTHING = /^(?:it|this|that|about (?:it|this|that)|of (?:it|this|that)|something|for|to|the|a)$/i;

function reminderTime(
  goal: Goal,
  setting: Setting,
  opening: ReminderOpening,
  when: WhenSaid,
  message: string,
): When | Reading {
  const said = saidWithAnswers(goal, setting, when.said);
  const before = timeBefore(said, setting);
  if (before !== null) return before;
  const habits = habitsOf(goal, opening);
  if (said.minutesBefore !== undefined)
    return earlier(goal, setting, when, habits, { message, minutes: said.minutesBefore });
  const choices = message === setting.newEvent?.title ? words.choices : [];
  return timeOrQuestion(goal, setting, when, habits, { what: words.asksTime, choices });
}

/** “an hour before the dentist on Thursday at 3”: from the time of the thing, which may have to be asked for. */
function earlier(
  goal: Goal,
  setting: Setting,
  when: WhenSaid,
  habits: WhenHabits,
  { message, minutes }: { readonly message: string; readonly minutes: number },
): When | Reading {
  const { minutesBefore: _minutesBefore, ...said } = when.said;
  const asked = { what: asksBase({ what: message }), choices: [] };
  const needsTime = { ...habits, soonest: false, usualTime: minutes < A_DAY ? null : habits.usualTime };
  const base = timeOrQuestion(goal, setting, { ...when, said }, needsTime, asked);
  if (isReading(base) || base.kind === 'days') return base;
  const start = base.start.subtract({ minutes });
  if (base.rrule === null && !isAhead(start, setting.clock)) {
    const passed = { problem: 'passed', start } as const;
    return askAboutTime(goal, setting, passed, { what: words.asksTime, choices: [] }, said);
  }
  const isSameDay = start.toPlainDate().equals(base.start.toPlainDate());
  return { ...base, start, rrule: isSameDay ? base.rrule : null };
}

function habitsOf(goal: Goal, opening: ReminderOpening): WhenHabits {
  const habit: Habit = opening.kind === 'wake-up' ? 'morning' : habitOf(goal, restOf(goal, opening.textAt));
  return { habit, allDay: false, usualTime: USUAL_TIME, soonest: true, aheadOnly: true };
}

function plan(goal: Goal, setting: Setting, message: string, when: When, nth = 1): Reading {
  const start = when.kind === 'timed' ? when.start : when.first.toPlainDateTime(USUAL_TIME);
  const timed = { kind: 'timed', start, end: null, rrule: when.rrule } as const;
  const rrule: JsonObject = when.rrule === null ? {} : { rrule: when.rrule };
  const args = { message, startsAt: wallText(start), timeZone: setting.clock.timeZone, ...rrule };
  const said = says({ when: sayReminderTime(timed, setting.view), message: shortened(message, 300) });
  return {
    kind: 'steps',
    steps: [
      {
        id: stepId(goal, nth === 1 ? 'remind' : `remind-${nth}`, message),
        says: said,
        action: ACTION,
        args,
        dependsOn: [],
      },
    ],
    goal: goalSays({ message: shortened(message, 60) }),
  };
}
