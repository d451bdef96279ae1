import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { optional } from '#connectors/sdk/calendar/action-parts.ts';
import { readCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { EventSchema, sayPlace, sayTitle } from '#connectors/sdk/calendar/event.ts';
import { findMatching } from '#connectors/sdk/calendar/find-matching.ts';
import { withFollowed } from '#connectors/sdk/calendar/followed-events.ts';
import { asSeen, outsideEvent } from '#connectors/sdk/calendar/own-event.ts';
import { sayInOrder } from '#connectors/sdk/calendar/stretch.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { LocalDateTimeSchema, momentOf } from '#connectors/sdk/local-time.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayRecurrence } from '#connectors/sdk/say-recurrence.ts';
import { saySpan } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import { TimeZoneSchema } from '#contract/model/instant.ts';
import { succeed } from '#contract/model/result.ts';

const sayWhere = (location: string, isOver: boolean): string =>
  isOver ? t`It was at ${sayPlace(location)}.` : t`It is at ${sayPlace(location)}.`;

export const findEvent = defineAction({
  name: 'calendar.find-event',
  title: t`Find an event`,
  input: z
    .strictObject({
      query: nonEmptyLineOf(300),
      from: optional(LocalDateTimeSchema),
      to: optional(LocalDateTimeSchema),
      timeZone: TimeZoneSchema,
    })
    .refine(({ from, to }) => from === null || to === null || from < to, sayInOrder),
  output: z.object({
    event: EventSchema,
    /** Of a series: the start that names this occurrence, for changing only this one. */
    occurrence: z.string().nullable(),
    /** How many other events match. */
    alike: z.int().nonnegative(),
  }),
  outside: ({ event }) => outsideEvent('/event', event),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for`, from: t`From`, to: t`Until` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Look for ${quote(query)} in your calendar`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report({ event, alike }, view) {
    const { rrule } = event;
    const ends = momentOf(event.endsAt, event.allDay ? view.timeZone : event.timeZone);
    const isOver = Temporal.Instant.compare(ends, Temporal.Instant.from(view.now)) <= 0;
    return {
      says: isOver
        ? t`${sayTitle(event.title)} was on ${saySpan(event, view)}.`
        : t`${sayTitle(event.title)} is on ${saySpan(event, view)}.`,
      lines: [
        ...(event.location === null ? [] : [sayWhere(event.location, isOver)]),
        ...(rrule === null ? [] : [t`It repeats ${sayRecurrence({ ...event, rrule }, view)}.`]),
        ...(alike === 0 ? [] : [alike === 1 ? t`One other event matches too.` : t`${alike} other events match too.`]),
      ],
    };
  },
  async run({ query, from, to, timeZone }, where) {
    const { folder, view } = where;
    const calendar = await readCalendar(folder);
    if (!calendar.ok) return calendar;
    const best = findMatching((await withFollowed(calendar.value, where)).groups, {
      query,
      from: from === null ? null : momentOf(from, timeZone),
      to: to === null ? null : momentOf(to, timeZone),
      now: Temporal.Instant.from(view.now),
      reader: view.timeZone,
    });
    if (best === null) return notFound(t`${quote(query)} in your calendar`);
    return succeed({ event: asSeen(best.found.event), occurrence: best.found.occurrence, alike: best.alike });
  },
});
