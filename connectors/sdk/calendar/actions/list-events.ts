import { z } from 'zod';
import { optional, sayUnread } from '#connectors/sdk/calendar/action-parts.ts';
import { readCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { EventSchema, sayEventLine } from '#connectors/sdk/calendar/event.ts';
import { entriesOf } from '#connectors/sdk/calendar/event-group.ts';
import { isAbout } from '#connectors/sdk/calendar/find-matching.ts';
import { withFollowed } from '#connectors/sdk/calendar/followed-events.ts';
import { occurrencesWithin } from '#connectors/sdk/calendar/occurrences.ts';
import { asSeen, outsideEvent } from '#connectors/sdk/calendar/own-event.ts';
import { AskedStretchShape, isInOrder, sayInOrder, sayStretch, stretchOf } from '#connectors/sdk/calendar/stretch.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { lineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_EVENTS = 500;

const ListSchema = z.strictObject({ ...AskedStretchShape, query: optional(lineOf(300)) });

export const listEvents = defineAction({
  name: 'calendar.list-events',
  title: t`List events`,
  input: ListSchema.refine(isInOrder, sayInOrder),
  output: z.object({
    ...ListSchema.shape,
    events: z.array(EventSchema),
    /** Whether there is more than fits. */
    more: z.boolean(),
    /** Entries of the file that make no sense. */
    unread: z.int().nonnegative(),
  }),
  outside: ({ events }) => events.flatMap((event, index) => outsideEvent(`/events/${index}`, event)),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { from: t`From`, to: t`Until`, query: t`Looking for` },
  effect: () => onlyLooks,
  describe: (asked, _before, view) => ({
    title: t`Look up your calendar${sayAbout(asked.query)} ${sayStretch(asked, view)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report({ events, more, unread, ...asked }, view) {
    return {
      says: sayCount(events.length, sayAbout(asked.query), sayStretch(asked, view)),
      lines: [
        ...events.map((event) => sayEventLine(event, view)),
        ...(more ? [t`There is more than these ${MOST_EVENTS}. Ask about a shorter time to see the rest.`] : []),
        ...sayUnread(unread),
      ],
    };
  },
  async run(asked, where) {
    const { folder, view } = where;
    const calendar = await readCalendar(folder);
    if (!calendar.ok) return calendar;
    const { groups, unread } = await withFollowed(calendar.value, where);
    const { query } = asked;
    const matches = query ? (entry: Parameters<typeof isAbout>[0]) => isAbout(entry, query) : () => true;
    const window = { ...stretchOf(asked), reader: view.timeZone };
    const wanted = groups.filter((group) => entriesOf(group).some(matches));
    const { found, more } = occurrencesWithin(wanted, window, MOST_EVENTS);
    const events = found.filter(({ entry }) => matches(entry)).map(({ event }) => asSeen(event));
    return succeed({ ...asked, events, more, unread });
  },
});

function sayCount(count: number, about: string, when: string): string {
  if (count === 0) return t`There is nothing${about} in your calendar ${when}.`;
  return count === 1
    ? t`There is one event${about} in your calendar ${when}.`
    : t`There are ${count} events${about} in your calendar ${when}.`;
}

const sayAbout = (query: string | null): string => (query ? t` about ${quote(query)}` : '');
