import type { Instant, TimeZone } from '#contract/model/instant.ts';
import type { Slots, Understanding, UnderstoodGoal } from '#contract/model/understanding.ts';
import { findContacts } from '#main/planner/find-contacts.ts';
import { splitGoals } from '#main/planner/goals/split-goals.ts';
import { withoutPasted } from '#main/planner/intents/pasted.ts';
import type { Person } from '#main/planner/intents/setting.ts';
import { readableText } from '#main/planner/text/readable-text.ts';
import { readClock } from '#main/planner/time/clock.ts';
import { type AmountFound, findAmounts } from '#main/understanding/amounts/find-amounts.ts';
import { classify } from '#main/understanding/classify/classify.ts';
import type { Judgement } from '#main/understanding/classify/judge.ts';
import { questionFor } from '#main/understanding/question.ts';
import { blanked, type Place } from '#main/understanding/slots/places.ts';
import { readShift } from '#main/understanding/slots/read-duration.ts';
import { readSlots } from '#main/understanding/slots/read-slots.ts';
import { findTimes, type TimeFound, writeTime } from '#main/understanding/times/find-times.ts';
import { settingAt } from '#main/understanding/times/setting.ts';

type Request = {
  readonly text: string;
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly locale: string;
  /** Whom names can mean; nobody when not said. */
  readonly people?: readonly Person[];
};

/** Parts are taken for goals of their own only where each of them is this surely about something. */
const SURE_OF_A_PART = 0.5;
const MOST_PARTS = 12;

/** How a sentence is understood, without planning anything. Pure: the same request is always understood the same way. */
export function understand(request: Request): Understanding {
  const clock = readClock(request);
  const text = withoutPasted(readableText(request.text));
  const setting = settingAt(request.now, request.timeZone, clock.american);
  const amounts = findAmounts(text);
  // The 12 of “$12” is no hour, so times are looked for beside the amounts.
  const times = findTimes(blanked(text, amounts), setting).filter(({ resolved }) => resolved !== null);
  const parts = splitGoals(text, clock).map(({ about }) => about);
  const goals = goalsOf(text, parts).map(({ about, judged }) =>
    goalOf(about, text, judged, times, amounts, request.people ?? []),
  );
  const moved = goals.some(({ slots }) => slots.shift !== undefined) ? readShift(text) : null;
  return {
    goals,
    times: times
      .filter(({ start, end }) => moved === null || end <= moved.start || start >= moved.end)
      .flatMap(({ start, end, resolved }) =>
        resolved === null
          ? []
          : [{ text: text.slice(start, end), ...writeTime(resolved, request.timeZone), rrule: resolved.rrule }],
      ),
    amounts: amounts.map(({ text: said, minor, currency }) => ({ text: said, minor, currency })),
  };
}

type Part = { readonly about: string; readonly judged: Judgement };

/** The parts of a sentence, if each asks for something by itself; otherwise the whole of it as one goal. */
function goalsOf(text: string, parts: readonly string[]): readonly Part[] {
  if (text.trim() === '') return [];
  const whole = { about: text.trim(), judged: classify(text) };
  if (parts.length < 2 || parts.length > MOST_PARTS) return [whole];
  // “I'm not cooking today, can you suggest a restaurant” asks for one thing.
  const judged = parts
    .map((about) => ({ about, judged: classify(about) }))
    .filter(({ judged: { domain } }) => domain !== 'conversation');
  const isEach = judged.every(
    ({ judged: { domain, confidence } }) => domain !== 'out-of-scope' && confidence >= SURE_OF_A_PART,
  );
  return isEach && judged.length > 1 ? judged : [whole];
}

/** Where somebody of the contacts is named: a letter, a call and the like, and whatever else names people. */
function withContacts(slots: Slots, about: string, people: readonly Person[]): Slots {
  const contacts = people.length === 0 ? [] : findContacts(about, people);
  if (contacts.length === 0) return slots;
  const said = [...new Set(contacts.map((each) => each.said))];
  return { ...slots, people: [...new Set([...(slots.people ?? []), ...said])], contacts };
}

function goalOf(
  about: string,
  text: string,
  judged: Judgement,
  times: readonly TimeFound[],
  amounts: readonly AmountFound[],
  people: readonly Person[],
): UnderstoodGoal {
  const from = Math.max(0, text.indexOf(about));
  const inside = ({ start, end }: Place) => start >= from && end <= from + about.length;
  const own = times.filter(inside).map(({ start, end }) => ({ start: start - from, end: end - from }));
  const money = amounts.filter(inside).map(({ start, end }) => ({ start: start - from, end: end - from }));
  const places = [...own, ...money];
  const slots =
    judged.domain === 'conversation' || judged.domain === 'out-of-scope' ? {} : readSlots(about, judged.intent, places);
  const question = questionFor(judged, { slots, hasTime: own.length > 0, hasAmount: money.length > 0 });
  return {
    domain: judged.domain,
    intent: judged.intent,
    confidence: Math.round(Math.min(1, Math.max(0, judged.confidence)) * 1000) / 1000,
    slots: withContacts(slots, about, people),
    ...(question === null ? {} : { question }),
  };
}
