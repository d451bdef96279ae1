import type { Goal } from '#main/planner/goals/goal.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { wordList } from '#main/planner/text/word-list.ts';
import type { Habit } from '#main/planner/time/choose-half.ts';
import kinds from '#resources/packs/everyday/kinds.json' with { type: 'json' };

const EVENTS = wordList(kinds.events);
const PUBLIC = wordList(kinds.public);
const EVENING = wordList(kinds.evening);
const MORNING = wordList(kinds.morning);
const ALL_DAY = wordList(kinds.allDay);

/** Whether these words name something that people go to, such as a meeting or the dentist. */
export const namesEvent = (goal: Goal, [from, to]: Span): boolean => EVENTS.findIn(goal.tokens, from, to) !== null;

/** Where the first word for such a thing stands. */
export const findEventNoun = (goal: Goal, [from, to]: Span): Span | null => EVENTS.findIn(goal.tokens, from, to);

/** Whether it is one of the person's own, and not the kind that the world has too, such as a match. */
export function namesOwnEvent(goal: Goal, [from, to]: Span): boolean {
  const found = EVENTS.findIn(goal.tokens, from, to);
  return found !== null && PUBLIC.findIn(goal.tokens, from, to) === null;
}

/** When something called this usually is. */
export function habitOf(goal: Goal, [from, to]: Span): Habit {
  if (MORNING.findIn(goal.tokens, from, to) !== null) return 'morning';
  return EVENING.findIn(goal.tokens, from, to) === null ? 'any' : 'evening';
}

/** Whether something called this takes whole days: a birthday, a holiday, but not a birthday party. */
export function takesAllDay(goal: Goal, [from, to]: Span): boolean {
  const found = ALL_DAY.findIn(goal.tokens, from, to);
  return found !== null && EVENTS.findIn(goal.tokens, found[1], to) === null;
}
