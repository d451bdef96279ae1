import type { Calendar } from '#connectors/calendar/calendar-file.ts';
import { type CalendarEvent, sayTitle } from '#connectors/calendar/event.ts';
import { readEvents } from '#connectors/calendar/event-group.ts';
import { occurrencesWithin } from '#connectors/calendar/occurrences.ts';
import { momentOf } from '#connectors/sdk/local-time.ts';
import type { TimeZone } from '#contract/model/instant.ts';

const MOST_CLASHES = 20;

/** Titles of what takes up the same time, the event itself left out. Whole days clash with nothing. */
export function findClashes(calendar: Calendar, event: CalendarEvent, reader: TimeZone): string[] {
  if (event.allDay) return [];
  const window = { from: momentOf(event.startsAt, event.timeZone), to: momentOf(event.endsAt, event.timeZone), reader };
  const groups = readEvents(calendar, reader).groups.filter(({ uid }) => uid === '' || uid !== event.uid);
  return occurrencesWithin(groups, window, MOST_CLASHES)
    .found.filter(({ entry, event: other }) => entry.stored.isBusy && !other.allDay)
    .map(({ event: other }) => other.title);
}

/** Nothing, or `, at the same time as “Lunch” and 2 others`. */
export function sayClashes(titles: readonly string[]): string {
  const [first, second] = titles;
  if (first === undefined) return '';
  const others = titles.length - 1;
  if (second === undefined) return `, at the same time as ${sayTitle(first)}`;
  return `, at the same time as ${sayTitle(first)} and ${others === 1 ? sayTitle(second) : `${others} others`}`;
}
