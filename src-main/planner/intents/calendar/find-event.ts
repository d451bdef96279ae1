import { restOf } from '#main/planner/goals/goal.ts';
import { findEventStep, readLookedFor } from '#main/planner/intents/calendar/event-looked-for.ts';
import { findCalendarWords } from '#main/planner/intents/calendar/event-words.ts';
import { namesEvent, namesOwnEvent } from '#main/planner/intents/event-kind.ts';
import type { Intent } from '#main/planner/intents/intent.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import { matchAny } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { capitalised } from '#main/planner/text/wording.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };
import vocabulary from '#resources/packs/everyday/vocabulary.json' with { type: 'json' };

const ASKS = loadPhrases(pack.find.whenIs);
const goalSays = sentence(copy.calendar.when.goal, 'what');

/** “When is the dentist?”, “where is my meeting with Tom?”. About the person's own events, not the world's. */
export const findEvent: Intent = {
  name: 'calendar.find',
  actions: ['calendar.find-event'],
  read(goal, setting) {
    const asks = matchAny(ASKS, goal.tokens, goal.head);
    if (asks === null) return null;
    const rest = restOf(goal, asks.end);
    const lookedFor = readLookedFor(goal, rest, setting);
    const isOwn = goal.tokens.slice(...rest).some(({ lower }) => OWN.has(lower));
    const isMeant = isOwn ? namesEvent(goal, rest) : namesOwnEvent(goal, rest) && isShort(rest);
    if (lookedFor.query === '' || !(isMeant || findCalendarWords(goal, rest) !== null)) return null;
    const what = capitalised(lookedFor.query);
    return { kind: 'steps', steps: [findEventStep(goal, setting, lookedFor)], goal: goalSays({ what }) };
  },
};

const OWN = new Set(vocabulary.own);
const MOST_WORDS = 6;
const isShort = ([from, to]: readonly [number, number]): boolean => to - from <= MOST_WORDS;
