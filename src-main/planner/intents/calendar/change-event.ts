import { type Goal, wordAt, wordsOf } from '#main/planner/goals/goal.ts';
import { findEventStep, foundEvent, readLookedFor } from '#main/planner/intents/calendar/event-looked-for.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import { readDuration } from '#main/planner/time/read-duration.ts';
import { sayLength } from '#main/planner/time/say-length.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const ACTION = 'calendar.change-event';
const words = copy.calendar.change;
const says = {
  location: sentence(words.place, 'what', 'value'),
  title: sentence(words.title, 'what', 'value'),
  minutes: sentence(words.length, 'what', 'value'),
};
const goalSays = sentence(words.goal, 'what');
const TEXTS = [
  { field: 'location', phrases: loadPhrases(pack.change.place, 'what', 'value') },
  { field: 'title', phrases: loadPhrases(pack.change.title, 'what', 'value') },
] as const;
const LENGTHS = loadPhrases(pack.change.length, 'what', 'value');
const MAKE_LONG = loadPhrases(pack.change.makeLong);
const MOST_MINUTES = 366 * 24 * 60;
const LASTING = new Set(pack.change.lasting);
const LONGER = loadPhrases(pack.change.longer, 'what', 'value');

type Change = {
  readonly what: Span;
  readonly args: { readonly [field: string]: string | number };
  readonly says: (what: string) => string;
};

/** “Change the place of the dentist to room 4”, “rename …”, “make the meeting two hours long”. */
export const changeEvent: Intent = {
  name: 'calendar.change',
  actions: ['calendar.find-event', ACTION],
  read(goal, setting) {
    if (asksForLonger(goal, setting))
      return { kind: 'cannot', answer: { reason: 'planned', says: words.longer, examples: copy.examples.changeEvent } };
    const change = readText(goal) ?? readLength(goal);
    return change === null ? null : plan(goal, setting, change);
  },
};

function readText(goal: Goal): Change | null {
  for (const { field, phrases } of TEXTS) {
    const { what, value } = matchAny(phrases, goal.tokens, goal.head)?.spans ?? {};
    if (what === undefined || value === undefined) continue;
    const text = shortened(capitalised(bare(wordsOf(goal, value))), 200);
    return text === ''
      ? null
      : { what, args: { [field]: text }, says: (name) => says[field]({ what: name, value: text }) };
  }
  return null;
}

function readLength(goal: Goal): Change | null {
  const { what, value } = matchAny(LENGTHS, goal.tokens, goal.head)?.spans ?? splitAtLength(goal) ?? {};
  const minutes = value === undefined ? null : minutesIn(goal, value);
  if (what === undefined || minutes === null) return null;
  return { what, args: { minutes }, says: (name) => says.minutes({ what: name, value: sayLength(minutes) }) };
}

/** “make the meeting (last) 90 minutes (long)”. */
function splitAtLength(goal: Goal): { readonly what: Span; readonly value: Span } | null {
  const verb = matchAny(MAKE_LONG, goal.tokens, goal.head);
  if (verb === null) return null;
  const end = wordAt(goal, goal.tokens.length - 1) === 'long' ? goal.tokens.length - 1 : goal.tokens.length;
  for (let at = verb.end + 1; at < end; at += 1) {
    if (readDuration(goal.tokens, at)?.next !== end) continue;
    const last = LASTING.has(wordAt(goal, at - 1)) ? at - 1 : at;
    const isSaid = last < at || end < goal.tokens.length;
    return isSaid && last > verb.end ? { what: [verb.end, last], value: [at, end] } : null;
  }
  return null;
}

/** A length that is all there is, so that “make it at 3” is none. */
function minutesIn(goal: Goal, [from, to]: Span): number | null {
  const length = readDuration(goal.tokens, from);
  const isLength = length !== null && length.next >= to && length.value.days + length.value.months === 0;
  return isLength && length.value.minutes <= MOST_MINUTES ? length.value.minutes : null;
}

function asksForLonger(goal: Goal, setting: Setting): boolean {
  const { what, value } = matchAny(LONGER, goal.tokens, goal.head)?.spans ?? {};
  if (what === undefined || value === undefined || minutesIn(goal, value) === null) return false;
  return readLookedFor(goal, what, setting).isEvent;
}

function plan(goal: Goal, setting: Setting, change: Change): Reading | null {
  const lookedFor = readLookedFor(goal, change.what, setting);
  if (!lookedFor.isEvent && lookedFor.query !== '') return null;
  if (lookedFor.query === '') return ask(goal, setting, 'what', copy.calendar.asksEvent);
  const find = findEventStep(goal, setting, lookedFor);
  const what = capitalised(lookedFor.query);
  const step = {
    id: stepId(goal, 'change', what),
    says: change.says(what),
    action: ACTION,
    args: { ...foundEvent(find.id), ...change.args },
    dependsOn: [find.id],
  };
  return { kind: 'steps', steps: [find, step], goal: goalSays({ what }) };
}
