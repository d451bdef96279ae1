import { Temporal } from 'temporal-polyfill';
import { type ContentLine, escapeText, newLine } from '#connectors/sdk/calendar/content-line.ts';
import type { CalendarEvent } from '#connectors/sdk/calendar/event.ts';
import { dateText, formFor, momentLine, stampText, timeLine } from '#connectors/sdk/calendar/time-value.ts';
import { momentOf, wallOf } from '#connectors/sdk/local-time.ts';
import { readUntil } from '#connectors/sdk/recurrence.ts';
import type { Instant } from '#contract/model/instant.ts';

/** Who is invited, and by whom, where that is known. */
export type Guests = { readonly organizer: string | null; readonly invited: readonly string[] };

/** A VEVENT for an event that is new, without its mark. */
export function newEventLines(event: CalendarEvent, now: Instant, guests: Guests | null = null): ContentLine[] {
  const stamp = stampText(Temporal.Instant.from(now));
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stamp}`,
    `CREATED:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    'SEQUENCE:0',
    `SUMMARY:${escapeText(event.title)}`,
    ...timeLines(event),
    ...(event.rrule === null ? [] : [`RRULE:${ruleText(event.rrule, event)}`]),
    ...(event.location === null ? [] : [`LOCATION:${escapeText(event.location)}`]),
    ...(event.notes === null ? [] : [`DESCRIPTION:${escapeText(event.notes)}`]),
    // A birthday or a holiday doesn't take up the time of its day; other programs write them the same way.
    `TRANSP:${event.allDay ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(guests === null || guests.organizer === null ? [] : [`ORGANIZER:mailto:${guests.organizer}`]),
    ...(guests?.invited ?? []).map(
      (address) => `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${address}`,
    ),
    'END:VEVENT',
  ];
  return lines.map(newLine);
}

function timeLines({ startsAt, endsAt, allDay, timeZone, rrule }: CalendarEvent): string[] {
  const wall = Temporal.PlainDateTime.from(startsAt);
  if (allDay) {
    const form = { kind: 'date' } as const;
    return [timeLine('DTSTART', form, wall), timeLine('DTEND', form, Temporal.PlainDateTime.from(endsAt))];
  }
  const form = formFor(timeZone);
  // A series keeps its wall time even when its first day skips that hour.
  const start =
    rrule === null ? momentLine('DTSTART', form, momentOf(wall, timeZone), timeZone) : timeLine('DTSTART', form, wall);
  return [start, momentLine('DTEND', form, momentOf(endsAt, timeZone), timeZone)];
}

/** A rule with its end as RFC 5545 wants it: a date for whole days, else in UTC. */
export function ruleText(rrule: string, { allDay, timeZone }: Pick<CalendarEvent, 'allDay' | 'timeZone'>): string {
  return rrule.toUpperCase().replace(/(^|;)UNTIL=([^;]*)/, (_whole, before: string, until: string) => {
    const wall = readUntil(until, (moment) => wallOf(moment, timeZone));
    return `${before}UNTIL=${allDay ? dateText(wall) : stampText(momentOf(wall, timeZone))}`;
  });
}
