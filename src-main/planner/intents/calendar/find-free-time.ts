import { wallText } from '#connectors/sdk/local-time.ts';
import { type Goal, restOf } from '#main/planner/goals/goal.ts';
import { saidAnywhere } from '#main/planner/goals/said-anywhere.ts';
import { comingDays } from '#main/planner/intents/calendar/list-events.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';
import { resolveWindow, type Window } from '#main/planner/time/resolve-window.ts';
import { sayWindow } from '#main/planner/time/say-window.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const FREE = 'calendar.find-free-time';
const LIST = 'calendar.list-events';
const says = sentence(copy.calendar.free.says, 'minutes', 'window');
const saysBusy = sentence(copy.calendar.list.says, 'window');
const ASKS = loadPhrases(pack.find.free);
const FREE_DAY = loadPhrases(pack.find.freeDay, 'day');
const USUAL_MINUTES = 30;
const USUAL_DAYS = 7;
/** Free time is looked for between eight and eight. */
const MOST_MINUTES = 12 * 60;

/** “Am I free on Friday afternoon?”, “find me a free hour next week”. */
export const findFreeTime: Intent = {
  name: 'calendar.free',
  actions: [FREE, LIST],
  read(goal, setting) {
    if (matchAny(ASKS, goal.tokens, goal.head) === null && !asksAboutDay(goal)) return null;
    const { said } = saidAnywhere(goal);
    const window = resolveWindow(said, setting.clock) ?? comingDays(setting, USUAL_DAYS);
    return window.isMoment
      ? lookAtTime(goal, setting, window)
      : findGaps(goal, setting, window, Math.min(said.minutes ?? minutesIn(goal), MOST_MINUTES));
  },
};

/** “Is Friday free?”, where all that is asked about is a time. */
function asksAboutDay(goal: Goal): boolean {
  const day = matchAny(FREE_DAY, goal.tokens, goal.head)?.spans.day;
  return day !== undefined && goal.times.some(({ from, to }) => from === day[0] && to === day[1]);
}

/** “a free hour”, “a two-hour slot”. */
function minutesIn(goal: Goal): number {
  const [from, to] = restOf(goal, goal.head);
  for (let at = from; at < to; at += 1) {
    const length = readDuration(goal.tokens, at);
    if (length !== null && length.value.minutes > 0) return length.value.minutes;
    const isHour =
      /^(?:free|open|spare|available)$/.test(goal.tokens[at]?.lower ?? '') && goal.tokens[at + 1]?.lower === 'hour';
    if (isHour) return 60;
  }
  return USUAL_MINUTES;
}

function findGaps(goal: Goal, setting: Setting, window: Window, minutes: number): Reading {
  const step = {
    id: stepId(goal, 'find', 'free time'),
    says: says({ minutes: String(minutes), window: sayWindow(window, setting.view) }),
    action: FREE,
    args: { from: wallText(window.from), to: wallText(window.to), timeZone: setting.clock.timeZone, minutes },
    dependsOn: [],
  };
  return { kind: 'steps', steps: [step], goal: copy.calendar.free.goal };
}

/** Whether one is free at one time is seen from what stands there. */
function lookAtTime(goal: Goal, setting: Setting, window: Window): Reading {
  const step = {
    id: stepId(goal, 'list', ''),
    says: saysBusy({ window: sayWindow(window, setting.view) }),
    action: LIST,
    args: { from: wallText(window.from), to: wallText(window.to), timeZone: setting.clock.timeZone },
    dependsOn: [],
  };
  return { kind: 'steps', steps: [step], goal: copy.calendar.list.goal };
}
