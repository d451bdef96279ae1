import { wallText } from '#connectors/sdk/local-time.ts';
import type { JsonObject } from '#contract/model/json.ts';
import type { Reference, StepId } from '#contract/model/plan.ts';
import { type Goal, wordsOf } from '#main/planner/goals/goal.ts';
import { saidAnywhere } from '#main/planner/goals/said-anywhere.ts';
import { findCalendarWords } from '#main/planner/intents/calendar/event-words.ts';
import { namesEvent } from '#main/planner/intents/event-kind.ts';
import type { StepDraft } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { answersTo } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import type { Clock } from '#main/planner/time/clock.ts';
import { findTimePhrases } from '#main/planner/time/find-time-phrases.ts';
import { resolveWindow, type Window } from '#main/planner/time/resolve-window.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const says = sentence(copy.calendar.findStep, 'what');
const LEADS = loadPhrases([
  'the|my|our|a|an|that|this|all',
  'next|upcoming',
  'event|entry|calendar_event called|named|titled|for',
]);
const PRONOUNS = new Set(pack.pronouns);
const LONGEST_QUERY = 120;

/** The event that a goal is about: what to look for, and in which stretch of time where that was said. */
export type LookedFor = {
  /** Empty where the words only point at something (“it”). */
  readonly query: string;
  readonly window: Window | null;
  /** Whether the words name a kind of event, the calendar, or a day that it is on. */
  readonly isEvent: boolean;
};

/** Reads “my dentist appointment on Friday” or “Thursday's meeting”. */
export function readLookedFor(goal: Goal, span: Span, setting: Setting): LookedFor {
  const calendar = findCalendarWords(goal, span);
  const { said, cuts: times } = saidAnywhere(partOf(goal, span, setting.clock));
  const cuts: Span[] = times.map(([from, to]) => [from + span[0], to + span[0]]);
  if (calendar !== null) cuts.push(calendar);
  const named = withoutLead(goal, span);
  const text = bare(wordsOf(goal, named, cuts)).replace(LOOSE, '');
  const answered = answersTo(goal, setting, 'what').map(bare).at(-1);
  const query = shortened(PRONOUNS.has(text.toLowerCase()) || text === '' ? (answered ?? '') : text, LONGEST_QUERY);
  const window = said.days === undefined && said.moment === undefined ? null : resolveWindow(said, setting.clock);
  const isEvent = calendar !== null || namesEvent(goal, span) || times.length > 0;
  return { query: /[\p{L}\p{N}]/u.test(query) ? query : '', window, isEvent };
}

/** A part of a goal on its own: the times in it are read without what stands around them. */
function partOf(goal: Goal, span: Span, clock: Clock): Goal {
  const tokens = goal.tokens.slice(...span);
  return { ...goal, tokens, head: 0, times: findTimePhrases(tokens, clock) };
}

const LOOSE = /^(?:on|at|for|of|in|with|from)\s+|\s+(?:on|at|for|in|from|of|to|that|is|was|instead)$/gi;

function withoutLead(goal: Goal, [from, to]: Span): Span {
  let at = from;
  for (let next = matchAny(LEADS, goal.tokens, at, to); next !== null && next.end > at && next.end < to; ) {
    at = next.end;
    next = matchAny(LEADS, goal.tokens, at, to);
  }
  return [at, to];
}

/** The step that looks for it; nothing is changed by it. */
export function findEventStep(goal: Goal, setting: Setting, { query, window }: LookedFor): StepDraft {
  const reach: JsonObject = window === null ? {} : { from: wallText(window.from), to: wallText(window.to) };
  return {
    id: stepId(goal, 'find', query),
    says: says({ what: capitalised(query) }),
    action: 'calendar.find-event',
    args: { query, ...reach, timeZone: setting.clock.timeZone },
    dependsOn: [],
  };
}

/** What names the found event for the next step: its id, and the one day of a series. */
export const foundEvent = (from: StepId): { uid: Reference; occurrence: Reference } => ({
  uid: { from, path: '/event/uid' },
  occurrence: { from, path: '/occurrence' },
});
