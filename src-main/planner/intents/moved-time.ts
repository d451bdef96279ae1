import { sayDay } from '#connectors/sdk/say-time.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Goal } from '#main/planner/goals/goal.ts';
import { habitOf } from '#main/planner/intents/event-kind.ts';
import type { Reading } from '#main/planner/intents/intent.ts';
import type { MoveTarget } from '#main/planner/intents/move-target.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { type NewTime, newTimeOrQuestion } from '#main/planner/questions/ask-target.ts';
import { isReading } from '#main/planner/questions/ask-when.ts';
import { copy } from '#main/planner/text/copy.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { sayLength } from '#main/planner/time/say-length.ts';
import { sayClockTime } from '#main/planner/time/say-when.ts';

const words = copy.move;
/** A year: farther is a slip of the fingers. */
const MOST_MINUTES = 366 * 24 * 60;
const to = {
  when: sentence(words.to, 'when'),
  time: sentence(words.toTime, 'time'),
  later: sentence(words.later, 'length'),
  earlier: sentence(words.earlier, 'length'),
};

/** The arguments that an action moves something by, and the same in words. */
export type TimeChange = { readonly kind: 'change'; readonly args: JsonObject; readonly says: string };

/** What is to change, and in which words; else the question that is due, ending in `what`. */
export function timeChangeOrQuestion(
  goal: Goal,
  setting: Setting,
  target: MoveTarget,
  what: string,
): TimeChange | Reading {
  if (target.kind === 'by') return byOrQuestion(goal, setting, target);
  const said = target.kind === 'to' ? target.said : {};
  const found = newTimeOrQuestion(goal, setting, said, habitOf(goal, target.what), what);
  if (isReading(found)) return found;
  return { kind: 'change', args: argsOf(found), says: sayNewTime(found, setting) };
}

function byOrQuestion(goal: Goal, setting: Setting, target: Extract<MoveTarget, { kind: 'by' }>): TimeChange | Reading {
  const answer = answersTo(goal, setting, 'when.direction').at(-1)?.toLowerCase() ?? '';
  const answered = /earl|soon|before/.test(answer) ? 'earlier' : /lat|after|back/.test(answer) ? 'later' : 'unclear';
  const direction = target.direction === 'unclear' ? answered : target.direction;
  if (direction === 'unclear') {
    return ask(goal, setting, 'when.direction', words.asksDirection, [words.earlierChoice, words.laterChoice]);
  }
  if (target.minutes > MOST_MINUTES) {
    const answer = { reason: 'planned', says: copy.ask.when.tooFar, examples: copy.examples.start } as const;
    return { kind: 'cannot', answer };
  }
  const byMinutes = direction === 'earlier' ? -target.minutes : target.minutes;
  return { kind: 'change', args: { byMinutes }, says: to[direction]({ length: sayLength(target.minutes) }) };
}

function argsOf({ date, time }: NewTime): JsonObject {
  const day: JsonObject = date === null ? {} : { date: date.toString() };
  return time === null ? day : { ...day, time: time.toString({ smallestUnit: 'second' }) };
}

function sayNewTime({ date, time }: NewTime, { view }: Setting): string {
  const clock = time === null ? '' : sayClockTime(time, view);
  if (date === null) return to.time({ time: clock });
  return to.when({ when: clock === '' ? sayDay(date, view) : `${sayDay(date, view)}, ${clock}` });
}
