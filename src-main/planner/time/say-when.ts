import { Temporal } from 'temporal-polyfill';
import type { View } from '#connectors/sdk/action.ts';
import { wallText } from '#connectors/sdk/local-time.ts';
import { type Repeating, recurrenceInParts, sayRecurrence } from '#connectors/sdk/say-recurrence.ts';
import { sayClockSpan, sayDay, saySpan } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import type { When } from '#main/planner/time/when.ts';

/** `15:00`, or `3:00 pm` where that is the custom. */
export function sayClockTime(time: Temporal.PlainTime | string, view: View): string {
  const wall = wallText(Temporal.PlainDate.from('2000-01-03').toPlainDateTime(time));
  return sayClockSpan({ startsAt: wall, endsAt: wall, allDay: false, timeZone: view.timeZone }, view);
}

/** `on Thursday 26 November, 15:00–16:00`, with its rhythm where it repeats. */
export function sayEventTime(when: When, view: View): string {
  const span = saySpan(spanOf(when, view), view);
  return when.rrule === null ? t`on ${span}` : t`on ${span}, ${sayRecurrence(repeating(when, when.rrule, view), view)}`;
}

/** `on Thursday 26 November, 09:00`, or `every month on the 1st at 09:00, from Tuesday 1 December`. */
export function sayReminderTime(when: Extract<When, { kind: 'timed' }>, view: View): string {
  const day = sayDay(when.start.toPlainDate(), view);
  const time = sayClockTime(when.start.toPlainTime(), view);
  if (when.rrule === null) return t`on ${day}, ${time}`;
  const { rhythm, end } = recurrenceInParts(repeating(when, when.rrule, view), view);
  const said = when.rrule.startsWith('FREQ=HOURLY')
    ? t`${rhythm}, from ${day}, ${time}`
    : t`${rhythm} at ${time}, from ${day}`;
  return end === null ? said : `${said}, ${end}`;
}

function repeating(when: When, rrule: string, { timeZone }: View): Repeating {
  return { startsAt: when.kind === 'timed' ? wallText(when.start) : when.first.toString(), timeZone, rrule };
}

/** The wall-clock strings of a time, the end exclusive; an event without an end lasts an hour. */
function spanOf(when: When, view: View) {
  if (when.kind === 'days') {
    const endsAt = when.last.add({ days: 1 }).toString();
    return { startsAt: when.first.toString(), endsAt, allDay: true, timeZone: view.timeZone };
  }
  const end = when.end ?? when.start.add({ hours: 1 });
  return { startsAt: wallText(when.start), endsAt: wallText(end), allDay: false, timeZone: view.timeZone };
}
