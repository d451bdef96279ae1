import type { OutsidePart } from '#connectors/sdk/action.ts';
import type { CalendarEvent } from '#connectors/sdk/calendar/event.ts';
import { cleanText } from '#connectors/sdk/outside-text/clean-text.ts';

const OURS = '@life-os';

/** An event that was put in here has the key of the call that did it in its id, which nobody else can know. */
export const uidFor = (key: string): string => `${key}${OURS}`;

const WRITTEN: readonly (keyof CalendarEvent)[] = ['title', 'startsAt', 'endsAt', 'location', 'notes'];

/**
 * What of an event somebody else may have written: an entry of a calendar file comes from an invitation, a subscription
 * or another program, unless it was put in here. Its id is the calendar's own.
 */
export function outsideEvent(path: string, event: CalendarEvent): OutsidePart[] {
  const of = { item: event.uid, what: 'event', title: event.title, by: null } as const;
  const madeBy = event.uid.endsWith(OURS) ? { madeBy: event.uid.slice(0, -OURS.length) } : {};
  return WRITTEN.filter((field) => event[field] !== null).map((field) => ({
    path: `${path}/${field}`,
    ...of,
    ...madeBy,
  }));
}

/** An event as it is read: anybody can have written it, so there is nothing in its words that is not seen. */
export const asSeen = (event: CalendarEvent): CalendarEvent => ({
  ...event,
  title: cleanText(event.title).text,
  location: event.location === null ? null : cleanText(event.location).text,
  notes: event.notes === null ? null : cleanText(event.notes).text,
});

/** What `outsideEvent` says, of an event that was changed: as it is and as it was. */
export const outsideChanged = ({ event, was }: { event: CalendarEvent; was: CalendarEvent }): OutsidePart[] => [
  ...outsideEvent('/event', event),
  ...outsideEvent('/was', was),
];
