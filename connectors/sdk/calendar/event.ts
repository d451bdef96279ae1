import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { View } from '#connectors/sdk/action.ts';
import { LocalDateSchema, LocalDateTimeSchema } from '#connectors/sdk/local-time.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayRecurrence } from '#connectors/sdk/say-recurrence.ts';
import { sayClockSpan, sayDay, saySpan } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';

/** An event of the person's calendar. Times are wall-clock in `timeZone`, dates when `allDay`; the end is exclusive. */
export const EventSchema = z.object({
  uid: z.string(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  allDay: z.boolean(),
  timeZone: z.string(),
  location: z.string().nullable(),
  notes: z.string().nullable(),
  rrule: z.string().nullable(),
});
export type CalendarEvent = z.infer<typeof EventSchema>;

export const UidSchema = z
  .string()
  .min(1, t`The calendar file gives this event no id, so it can only be changed in a calendar program.`)
  .max(1000);

/** A date, or a date and time. */
export const LocalWhenSchema = z.union([LocalDateSchema, LocalDateTimeSchema], {
  error: t`There is no such date and time.`,
});

/** `Thursday 26 November, 15:00–16:00`, or for a series `every weekday, 09:00–09:15, from Monday 30 November`. */
export function sayWhen(event: CalendarEvent, view: View): string {
  if (event.rrule === null) return saySpan(event, view);
  const first = sayDay(Temporal.PlainDate.from(event.startsAt.slice(0, 10)), view);
  const rhythm = sayRecurrence({ ...event, rrule: event.rrule }, view);
  return t`${rhythm}, ${sayClockSpan(event, view)}, from ${first}`;
}

/** `sayWhen` as it goes on a sentence: `on Thursday 26 November, 15:00–16:00`. */
export function sayOnWhen(event: CalendarEvent, view: View): string {
  if (event.rrule !== null) return sayWhen(event, view);
  const [first, end] = [event.startsAt, event.endsAt].map((at) => Temporal.PlainDate.from(at.slice(0, 10)));
  return event.allDay && first && end && first.until(end).days > 1
    ? t`from ${sayDay(first, view)} to ${sayDay(end.subtract({ days: 1 }), view)}`
    : t`on ${sayWhen(event, view)}`;
}

/** The title as a sentence holds it: `“Dentist”`. */
export const sayTitle = (title: string): string => quote(title.trim() || t`(no title)`);

/** A place in one line, as some programs write a whole address. */
export const sayPlace = (location: string): string => location.trim().replaceAll(/\s*\n\s*/g, ', ');

/** One line of a list: `Thursday 26 November, 15:00–16:00: “Dentist”, High Street 5`. */
export function sayEventLine(event: CalendarEvent, view: View): string {
  const place = event.location === null ? '' : `, ${sayPlace(event.location)}`;
  return `${saySpan(event, view)}: ${sayTitle(event.title)}${place}`;
}
