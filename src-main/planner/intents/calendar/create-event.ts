import { wallText } from '#connectors/sdk/local-time.ts';
import type { JsonObject } from '#contract/model/json.ts';
import { type Goal, restOf } from '#main/planner/goals/goal.ts';
import { type WhenSaid, whenSaid } from '#main/planner/goals/when-said.ts';
import { blockedTime } from '#main/planner/intents/calendar/blocked-time.ts';
import { isEventMeant } from '#main/planner/intents/calendar/event-evidence.ts';
import { findOpening, type Opening } from '#main/planner/intents/calendar/event-opening.ts';
import { eventPlace } from '#main/planner/intents/calendar/event-place.ts';
import {
  type EventWords,
  eventWords,
  findCalendarWords,
  skipFillers,
} from '#main/planner/intents/calendar/event-words.ts';
import { habitOf, takesAllDay } from '#main/planner/intents/event-kind.ts';
import type { Intent, Reading } from '#main/planner/intents/intent.ts';
import type { Setting } from '#main/planner/intents/setting.ts';
import { stepId } from '#main/planner/intents/step-id.ts';
import { answersTo, ask } from '#main/planner/questions/ask.ts';
import { isReading, timeOrQuestion } from '#main/planner/questions/ask-when.ts';
import { copy } from '#main/planner/text/copy.ts';
import { loadPhrases } from '#main/planner/text/load-phrases.ts';
import type { Span } from '#main/planner/text/phrase.ts';
import { sentence } from '#main/planner/text/sentence.ts';
import { wordList } from '#main/planner/text/word-list.ts';
import { bare, capitalised, shortened } from '#main/planner/text/wording.ts';
import { sayEventTime } from '#main/planner/time/say-when.ts';
import type { When } from '#main/planner/time/when.ts';
import pack from '#resources/packs/everyday/intents/calendar.json' with { type: 'json' };
import kinds from '#resources/packs/everyday/kinds.json' with { type: 'json' };

const ACTION = 'calendar.create-event';
const words = copy.calendar.create;
const says = sentence(words.says, 'title', 'when');
const goalSays = sentence(words.goal, 'title');
const asksTime = sentence(words.asksTime, 'title');
const FILLERS = loadPhrases(pack.create.fillers);
const BLOCK_FILLERS = loadPhrases([...pack.create.blockFillers]);
const THIRD_PARTY = wordList(kinds.thirdParty);

/** “Put dentist on Thursday at 3pm”, “block two hours on Friday for the report”. */
export const createEvent: Intent = {
  name: 'calendar.create',
  actions: [ACTION],
  read(goal, setting) {
    const opening = findOpening(goal);
    if (opening === null) return null;
    const rest = restOf(goal, opening.end);
    const calendar = findCalendarWords(goal, [0, goal.tokens.length]);
    const plain = whenSaid(goal, rest, false);
    const when = opening.kind === 'block' ? blockedTime(goal, rest, plain) : plain;
    const fillers = opening.kind === 'block' ? BLOCK_FILLERS : FILLERS;
    const isFirst = calendar !== null && calendar[0] <= rest[0] && calendar[1] > rest[0];
    const first = isFirst ? calendar[1] : rest[0];
    const start = skipFillers(goal, fillers, [first, rest[1]]);
    const span: Span = [Math.min(start, goal.tokens.length), goal.tokens.length];
    if (!isEventMeant(goal, opening, span, when, calendar !== null || opening.kind === 'calendar')) return null;
    const cuts = [...when.cuts, ...(calendar === null ? [] : [calendar])];
    return plan(goal, setting, { span, when, named: eventWords(goal, span, cuts), opening });
  },
};

type Understood = {
  readonly span: Span;
  readonly when: WhenSaid;
  readonly named: EventWords;
  readonly opening: Opening;
};

function plan(goal: Goal, setting: Setting, { span, when, named, opening }: Understood): Reading {
  const fallback = opening.kind === 'block' ? words.blockedTitle : '';
  const answered = answersTo(goal, setting, 'title')
    .map(bare)
    .filter((text) => text !== '')
    .at(-1);
  const title = shortened(named.title || (answered === undefined ? fallback : capitalised(answered)), MOST_LETTERS);
  if (title === '') return ask(goal, setting, 'title', words.asksTitle);
  const allDay = takesAllDay(goal, span);
  const habits = { habit: habitOf(goal, span), allDay, usualTime: null, soonest: false, aheadOnly: false };
  const time = timeOrQuestion(goal, setting, when, habits, {
    what: asksTime({ title }),
    choices: [copy.ask.when.allDay],
  });
  if (isReading(time)) return time;
  const id = stepId(goal, 'put', title);
  const place = eventPlace(named, setting);
  const args = {
    title,
    ...argsOf(time),
    timeZone: setting.clock.timeZone,
    ...place.args,
    ...calendarOf(goal, setting),
  };
  const isBooked = opening.isBooking && THIRD_PARTY.findIn(goal.tokens, ...span) !== null;
  return {
    kind: 'steps',
    steps: [
      {
        id,
        says: says({ title, when: sayEventTime(time, setting.view) }),
        action: ACTION,
        args,
        dependsOn: [],
        ...(Object.keys(place.origins).length === 0 ? {} : { origins: place.origins }),
      },
    ],
    goal: goalSays({ title }),
    leftOut: isBooked ? [{ text: shortened(goal.about), reason: 'planned', says: words.notBooked }] : [],
    newEvent: { title, startsAt: args.startsAt, rrule: time.rrule },
  };
}

const MOST_LETTERS = 200;

/** “In my work calendar”, where there is more than one to choose from. */
function calendarOf(goal: Goal, { actions }: Setting): JsonObject {
  const span = actions.has('caldav.create-event') ? findCalendarWords(goal, [0, goal.tokens.length]) : null;
  const words = span === null ? [] : goal.tokens.slice(...span).map(({ lower }) => lower);
  const name = words.find((word) => CALENDAR_NAMES.has(word));
  return name === undefined ? {} : { calendar: name };
}

const CALENDAR_NAMES = new Set(pack.calendarNames);

function argsOf(when: When): { readonly startsAt: string; readonly endsAt?: string; readonly rrule?: string } {
  const rrule = when.rrule === null ? {} : { rrule: when.rrule };
  if (when.kind === 'days') {
    const isLonger = !when.last.equals(when.first);
    const end = isLonger ? { endsAt: when.last.add({ days: 1 }).toString() } : {};
    return { startsAt: when.first.toString(), ...end, ...rrule };
  }
  const end = when.end === null ? {} : { endsAt: wallText(when.end) };
  return { startsAt: wallText(when.start), ...end, ...rrule };
}
