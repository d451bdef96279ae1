import { type Goal, wordAt } from '#main/planner/goals/goal.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const PLAIN = loadPhrases(pack.create.plainVerbs);
const NOUN = loadPhrases(pack.create.nounVerbs);
const BLOCK = loadPhrases(pack.create.blockVerbs);
const CALENDAR_FIRST = loadPhrases(pack.create.calendarFirst, 'what');

/** How a new event is asked for; what follows has to be the clearer, the more else the verb may mean. */
export type Opening = {
  readonly kind: 'calendar' | 'plain' | 'noun' | 'block' | 'bare';
  /** The token after it. */
  readonly end: number;
  /** Whether the verb asks somebody else for a time. */
  readonly isBooking: boolean;
  /** “Make coffee” is no event, though coffee may be one. */
  readonly isMaking: boolean;
  /** Whether the verb says that something is to be made. */
  readonly isSure: boolean;
};

/** What a goal about a new event begins with. A bare “dentist on Thursday at 3” has no verb at all. */
export function findOpening(goal: Goal): Opening | null {
  const { tokens, head } = goal;
  const first = wordAt(goal, head);
  const calendar = matchAny(CALENDAR_FIRST, tokens, head);
  const what = calendar?.spans.what;
  if (what !== undefined)
    return { kind: 'calendar', end: what[0], isBooking: false, isMaking: MAKES.has(first), isSure: true };
  const block = matchAny(BLOCK, tokens, head);
  if (block !== null)
    return { kind: 'block', end: block.end, isBooking: false, isMaking: MAKES.has(first), isSure: true };
  const plain = matchAny(PLAIN, tokens, head);
  if (plain !== null)
    return { kind: 'plain', end: plain.end, isBooking: first === 'book', isMaking: MAKES.has(first), isSure: true };
  const noun = matchAny(NOUN, tokens, head);
  if (noun === null) return { kind: 'bare', end: head, isBooking: false, isMaking: MAKES.has(first), isSure: false };
  return {
    kind: 'noun',
    end: noun.end,
    isBooking: BOOKS.has(first),
    isMaking: MAKES.has(first),
    isSure: SURE.has(first),
  };
}

const BOOKS = new Set(['book', 'reserve']);
const SURE = new Set(['book', 'make', 'create', 'set', 'new']);
const MAKES = new Set(pack.create.makes);
