import { Temporal } from 'temporal-polyfill';
import type { Setting } from '#main/planner/intents/setting.ts';
import type { When } from '#main/planner/time/when.ts';
import type { WhenParts } from '#main/planner/time/when-parts.ts';

const A_DAY = 1440;
const USUAL_TIME = new Temporal.PlainTime(9);

/** “an hour before” the event that the same sentence puts in the calendar; null where there is no such event. */
export function timeBefore(said: WhenParts, { newEvent }: Setting): When | null {
  if (said.minutesBefore === undefined || newEvent === null || said.days !== undefined) return null;
  const isAllDay = !newEvent.startsAt.includes('T');
  if (isAllDay && said.minutesBefore % A_DAY !== 0) return null;
  const start = Temporal.PlainDateTime.from(newEvent.startsAt)
    .add({ hours: isAllDay ? USUAL_TIME.hour : 0 })
    .subtract({ minutes: said.minutesBefore });
  const isSameDay = start.toPlainDate().equals(Temporal.PlainDateTime.from(newEvent.startsAt).toPlainDate());
  return { kind: 'timed', start, end: null, rrule: isSameDay ? newEvent.rrule : null };
}
