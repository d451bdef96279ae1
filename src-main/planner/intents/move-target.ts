import type { Goal } from '#main/planner/goals/goal.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import type { Token } from '#main/planner/text/tokenise.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { findTimePhrases } from '#main/planner/time/find-time-phrases.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

/** Where something is to be moved: to a time, or by a length of time. */
export type MoveTarget =
  | { readonly kind: 'to'; readonly said: WhenParts; readonly what: Span }
  | {
      readonly kind: 'by';
      readonly minutes: number;
      readonly direction: 'earlier' | 'later' | 'unclear';
      readonly what: Span;
    }
  | { readonly kind: 'none'; readonly what: Span };

const words = pack.move;
const TO = new Set(words.to);
const AT = new Set(words.at);
const EARLIER = new Set(words.earlier);
const LATER = new Set(words.later);
const EARLIER_VERBS = new Set(words.earlierVerbs);
const A_DAY = 1440;

/** Reads what follows “move”: “the dentist to Friday”, “the dentist an hour later”, “forward the dentist by a day”. */
export function readMoveTarget(goal: Goal, verb: string, [from, to]: Span, clock: Clock): MoveTarget {
  const by = readBy(goal, verb, [from, to]);
  if (by !== null) return by;
  return (
    readTo(goal, TO, [from, to], clock) ?? readTo(goal, AT, [from, to], clock) ?? { kind: 'none', what: [from, to] }
  );
}

/** The last of these little words that a time follows. */
function readTo(goal: Goal, little: ReadonlySet<string>, [from, to]: Span, clock: Clock): MoveTarget | null {
  for (let at = to - 1; at >= from; at -= 1) {
    if (!little.has(goal.tokens[at]?.lower ?? '')) continue;
    const said = readTimeAt(goal.tokens.slice(at + 1, to), clock);
    if (said !== null) return { kind: 'to', said, what: [from, at] };
  }
  return null;
}

/** A time at the very start of these words, where “4” alone is an hour. */
function readTimeAt(tokens: readonly Token[], clock: Clock): WhenParts | null {
  const [first] = findTimePhrases(tokens, clock);
  if (first?.from === 0) return first.said;
  const [token] = tokens;
  if (token === undefined) return null;
  const [led] = findTimePhrases([{ ...token, text: 'at', lower: 'at' }, ...tokens], clock);
  return led?.from === 0 ? led.said : null;
}

function readBy(goal: Goal, verb: string, [from, to]: Span): MoveTarget | null {
  for (let at = from; at < to; at += 1) {
    const length = readDuration(goal.tokens, at);
    if (length === null || length.next > to || length.value.months > 0) continue;
    const start = withoutLead(goal, at, from);
    const direction = saidDirection(goal, [start, at]) ?? saidDirection(goal, [length.next, length.next + 1]);
    if (start === at && direction === null) continue;
    const minutes = length.value.minutes + length.value.days * A_DAY;
    const said = direction ?? saidDirection(goal, [goal.head, from]) ?? '';
    return { kind: 'by', minutes, direction: directionOf(verb, said), what: [from, start] };
  }
  return null;
}

/** Where “back by” in front of a length begins. */
function withoutLead(goal: Goal, at: number, from: number): number {
  let start = at;
  while (start > from && isLead(goal.tokens[start - 1]?.lower ?? '')) start -= 1;
  return start;
}

const isLead = (word: string): boolean => word === 'by' || EARLIER.has(word) || LATER.has(word);

function saidDirection(goal: Goal, [from, to]: Span): string | null {
  return goal.tokens.slice(from, to).find(({ lower }) => EARLIER.has(lower) || LATER.has(lower))?.lower ?? null;
}

/** “bring forward” is earlier; what “move forward” is, people don't agree on. */
function directionOf(verb: string, said: string): 'earlier' | 'later' | 'unclear' {
  if (EARLIER_VERBS.has(verb)) return 'earlier';
  if (said === 'forward' || said === 'forwards') return 'unclear';
  return EARLIER.has(said) ? 'earlier' : 'later';
}
