import { Temporal } from 'temporal-polyfill';
import { wallText } from '#connectors/sdk/local-time.ts';
import type { Trigger } from '#contract/model/trigger.ts';
import { readableText } from '#main/planner/text/readable-text.ts';
import { tokenise } from '#main/planner/text/tokenise.ts';
import { capitalised } from '#main/planner/text/wording.ts';
import { readClock } from '#main/planner/time/clock.ts';
import { findTimePhrases } from '#main/planner/time/find-time-phrases.ts';
import { resolveWhen } from '#main/planner/time/resolve-when.ts';
import type { WhenHabits } from '#main/planner/time/when.ts';
import { isProblem } from '#main/planner/time/when-problem.ts';

/** A sentence taken apart into when it is done and what is done. */
export type Rhythm = { readonly trigger: Extract<Trigger, { kind: 'rrule' }>; readonly sentence: string };

/** Something that is done by itself begins the day, where no time was said. */
const HABITS: WhenHabits = {
  habit: 'morning',
  allDay: false,
  usualTime: new Temporal.PlainTime(9),
  soonest: true,
  aheadOnly: true,
};

/**
 * “Every weekday at 7, show me my events” is a rhythm and what is done in it. Only a rhythm at the very beginning or
 * end is taken as one; anywhere else it may belong to what is done. Null when there is none.
 */
export function readRhythm(request: { text: string; now: string; timeZone: string; locale: string }): Rhythm | null {
  const clock = readClock(request);
  const text = readableText(request.text);
  const tokens = tokenise(text);
  const phrase = findTimePhrases(tokens, clock).find(
    ({ said, from, to }) => said.repeats !== undefined && (from === 0 || to >= tokens.length - 1),
  );
  if (!phrase) return null;
  const when = resolveWhen(phrase.said, HABITS, clock);
  if (isProblem(when) || when.kind !== 'timed' || when.rrule === null) return null;

  const [start, end] = [tokens[phrase.from]?.start ?? 0, tokens[phrase.to - 1]?.end ?? text.length];
  const rest = `${text.slice(0, start)} ${text.slice(end)}`.replace(/^[\s,;:–-]+|[\s,;:.–-]+$/gu, '');
  if (rest === '') return null;
  const { timeZone } = request;
  const trigger = { kind: 'rrule', rrule: when.rrule, startsAt: wallText(when.start), timeZone } as const;
  return { trigger, sentence: capitalised(rest.replaceAll(/\s+/g, ' ')) };
}
