import { type Goal, restOf, wordAt } from '#main/planner/goals/goal.ts';
import {
  findEventStep,
  foundEvent,
  type LookedFor,
  readLookedFor,
} from '#main/planner/intents/calendar/event-looked-for.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { type MoveTarget, readMoveTarget } from '#main/planner/intents/move-target.ts';
import { type TimeChange, timeChangeOrQuestion } from '#main/planner/intents/moved-time.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { isReading } from '#main/planner/questions/ask-when.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { wordList } from '#main/planner/text/word-list.ts';
import { capitalised } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const ACTION = 'calendar.move-event';
const words = copy.calendar.move;
const says = sentence(words.says, 'what', 'to');
const goalSays = sentence(words.goal, 'what');
const asksTarget = sentence(words.asksTarget, 'what');
const VERBS = loadPhrases(pack.move.verbs);
const TIME_OF = loadPhrases(pack.move.timeOf);
const GENERIC = new Set(pack.move.generic);
const NEVER = wordList(pack.move.never);

/** “Move the dentist an hour later”, “reschedule Thursday's meeting to Friday at 4”. */
export const moveEvent: Intent = {
  name: 'calendar.move',
  actions: ['calendar.find-event', ACTION],
  read(goal, setting) {
    const verb = matchAny(VERBS, goal.tokens, goal.head);
    if (verb === null) return null;
    const start = matchAny(TIME_OF, goal.tokens, verb.end)?.end ?? verb.end;
    const target = readMoveTarget(goal, wordAt(goal, goal.head), restOf(goal, start), setting.clock);
    const lookedFor = readLookedFor(goal, target.what, setting);
    if (!isMeant(goal, target, lookedFor)) return null;
    if (lookedFor.query === '') return ask(goal, setting, 'what', copy.calendar.asksEvent);
    const what = asksTarget({ what: capitalised(lookedFor.query) });
    const change = timeChangeOrQuestion(goal, setting, target, what);
    return isReading(change) ? change : plan(goal, setting, lookedFor, change);
  },
};

/** “Move” is said of sofas too: the target has to be a time, or what is moved an event. */
function isMeant(goal: Goal, target: MoveTarget, { isEvent }: LookedFor): boolean {
  if (NEVER.findIn(goal.tokens, ...target.what) !== null) return false;
  const isGeneric = GENERIC.has(wordAt(goal, goal.head));
  if (target.kind === 'none') return isEvent && !isGeneric;
  return isEvent || !isGeneric || target.kind === 'by';
}

function plan(goal: Goal, setting: Setting, lookedFor: LookedFor, change: TimeChange): Reading {
  const find = findEventStep(goal, setting, lookedFor);
  const what = capitalised(lookedFor.query);
  const step = {
    id: stepId(goal, 'move', what),
    says: says({ what, to: change.says }),
    action: ACTION,
    args: { ...foundEvent(find.id), ...change.args, timeZone: setting.clock.timeZone },
    dependsOn: [find.id],
  };
  return { kind: 'steps', steps: [find, step], goal: goalSays({ what }) };
}
