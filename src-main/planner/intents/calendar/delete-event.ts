import type { Reference } from '#contract/model/plan.ts';
import { type Goal, restOf } from '#main/planner/goals/goal.ts';
import { findEventStep, foundEvent, readLookedFor } from '#main/planner/intents/calendar/event-looked-for.ts';
import { findCalendarWords } from '#main/planner/intents/calendar/event-words.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { ask } from '#main/planner/questions/ask.ts';
import { copy } from '#main/planner/text/copy.ts';
import { findPhrase } from '#main/planner/text/find-phrase.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny, type Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { wordList } from '#main/planner/text/word-list.ts';
import { capitalised } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };

const ACTION = 'calendar.delete-event';
const words = copy.calendar.delete;
const says = sentence(words.says, 'what');
const goalSays = sentence(words.goal, 'what');
const VERBS = loadPhrases(pack.delete.verbs);
const OFF = loadPhrases(pack.delete.off, 'what');
const BULK = loadPhrases(pack.delete.bulk);
const SERIES = loadPhrases(pack.delete.series);
const NEVER = wordList(pack.delete.never);

/** “Cancel the dentist”, “delete Friday's meeting from my calendar”. One event at a time. */
export const deleteEvent: Intent = {
  name: 'calendar.delete',
  actions: ['calendar.find-event', ACTION],
  read(goal, setting) {
    if (isBulk(goal)) return bulk();
    const rest = findRest(goal);
    if (rest === null) return null;
    const calendar = findCalendarWords(goal, rest);
    if (calendar === null && NEVER.findIn(goal.tokens, ...rest) !== null) return null;
    const series = findPhrase(SERIES, goal.tokens, ...rest);
    const lookedFor = readLookedFor(goal, withoutSeries(rest, series), setting);
    if (!lookedFor.isEvent) return null;
    if (lookedFor.query === '') return ask(goal, setting, 'what', copy.calendar.asksEvent);
    const find = findEventStep(goal, setting, lookedFor);
    const what = capitalised(lookedFor.query);
    const { uid, occurrence } = foundEvent(find.id);
    const which: { readonly [field: string]: Reference } = series === null ? { uid, occurrence } : { uid };
    const step = {
      id: stepId(goal, 'delete', what),
      says: says({ what }),
      action: ACTION,
      args: which,
      dependsOn: [find.id],
    };
    return { kind: 'steps', steps: [find, step], goal: goalSays({ what }) };
  },
};

/** What stands after “cancel”; “take” only counts with “off my calendar”. */
function findRest(goal: Goal): Span | null {
  const verb = matchAny(VERBS, goal.tokens, goal.head);
  const off = verb === null ? matchAny(OFF, goal.tokens, goal.head)?.spans.what : undefined;
  return verb === null ? (off === undefined ? null : restOf(goal, off[0])) : restOf(goal, verb.end);
}

const withoutSeries = ([from, to]: Span, series: Span | null): Span => [
  series !== null && series[0] === from ? series[1] : from,
  series !== null && series[1] === to ? series[0] : to,
];

/** “all my events” and “my calendar” are more than one; all of a series is one. */
const isBulk = (goal: Goal): boolean =>
  matchAny(BULK, goal.tokens, goal.head) !== null && findPhrase(SERIES, goal.tokens, goal.head) === null;

const bulk = (): Reading => ({
  kind: 'cannot',
  answer: { reason: 'planned', says: words.bulk, examples: copy.examples.deleteEvent },
});
