import { type Goal, wordAt } from '#main/planner/goals/goal.ts';
import type { WhenSaid } from '#main/planner/goals/when-said.ts';
import type { Opening } from '#main/planner/intents/calendar/event-opening.ts';
import { findEventNoun, namesEvent } from '#main/planner/intents/event-kind.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { wordList } from '#main/planner/text/word-list.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const NOT_MADE = wordList(pack.create.notMade);
const NEVER = wordList(pack.create.never);
const NEVER_BOOKED = wordList(pack.create.neverBooked);
const CONDITIONS = wordList(pack.create.conditions);
const NOT_BARE = new Set(pack.create.notBare);
const OWN_VERBS = new Set(pack.create.ownVerbs);
const FIRSTS = new Set(pack.create.firsts);
const VERBS_AFTER = new Set(pack.create.verbsAfter);
const PARTICLES = new Set(pack.create.particles);

/** Whether a new event is meant: verbs that serve for many things count only with words that make it a calendar's. */
export function isEventMeant(
  goal: Goal,
  opening: Opening,
  span: Span,
  { said, twoTimes }: WhenSaid,
  saysCalendar: boolean,
): boolean {
  if (CONDITIONS.findIn(goal.tokens, ...span) !== null) return false;
  const [from, to] = span;
  if (opening.kind === 'bare' && NOT_BARE.has(wordAt(goal, from))) return false;
  if (saysCalendar && opening.kind !== 'bare') return true;
  const isOther = NEVER.findIn(goal.tokens, from, to) !== null;
  const hasTime =
    said.days !== undefined || said.time !== undefined || said.repeats !== undefined || twoTimes.length > 0;
  const namesOne = namesEvent(goal, [opening.end, to]);
  switch (opening.kind) {
    case 'calendar':
      return true;
    case 'plain':
      if (!OWN_VERBS.has(wordAt(goal, goal.head)) && NEVER_BOOKED.findIn(goal.tokens, from, to) !== null) return false;
      return !isOther && (hasTime || namesOne) && !PARTICLES.has(wordAt(goal, lastWordBeforeTimes(goal, from, to)));
    case 'block':
      return !isOther && hasTime;
    case 'noun':
      if (opening.isMaking && NOT_MADE.findIn(goal.tokens, from, to) !== null) return false;
      return (
        !isOther &&
        isBareName(goal, span, opening.end) &&
        NEVER_BOOKED.findIn(goal.tokens, from, to) === null &&
        (hasTime || opening.isSure)
      );
    case 'bare':
      return (
        !isOther &&
        isBareName(goal, span, from) &&
        (said.days !== undefined || said.repeats !== undefined) &&
        isShort(from, to)
      );
  }
}

/** “parent teacher meeting”, not “hook up a meeting”; the fillers from `first` on may name it too: “an event called …”. */
function isBareName(goal: Goal, [from, to]: Span, first: number): boolean {
  const noun = findEventNoun(goal, [first, Math.min(to, from + FARTHEST_NOUN)]);
  if (noun !== null && VERBS_AFTER.has(wordAt(goal, noun[1]))) return false;
  return noun !== null && !goal.tokens.slice(from, noun[0]).some(({ lower }) => FIRSTS.has(lower));
}

const FARTHEST_NOUN = 4;
const MOST_BARE_WORDS = 14;
const isShort = (from: number, to: number): boolean => to - from <= MOST_BARE_WORDS;

function lastWordBeforeTimes(goal: Goal, from: number, to: number): number {
  const first = goal.times.find((phrase) => phrase.from > from);
  return (first?.from ?? to) - 1;
}
