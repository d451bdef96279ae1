import { z } from 'zod';
import type { View } from '#connectors/sdk/action.ts';
import { ChangedSchema, optional, takesTime } from '#connectors/sdk/calendar/action-parts.ts';
import { planDetails } from '#connectors/sdk/calendar/change-details.ts';
import { type CalendarEvent, LocalWhenSchema, sayTitle, sayWhen, UidSchema } from '#connectors/sdk/calendar/event.ts';
import type { Extent } from '#connectors/sdk/calendar/event-target.ts';
import { outsideChanged } from '#connectors/sdk/calendar/own-event.ts';
import { type Before, changingEvent } from '#connectors/sdk/calendar/planned-change.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { lineOf, nonEmptyLineOf, textOf } from '#connectors/sdk/plain-text.ts';
import { saySpan } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import type { Difference } from '#contract/model/card.ts';

const MOST_MINUTES = 366 * 24 * 60;

const DetailsSchema = z
  .strictObject({
    uid: UidSchema,
    occurrence: optional(LocalWhenSchema),
    title: optional(nonEmptyLineOf(500)),
    /** Empty: none any more. */
    location: optional(lineOf(500)),
    notes: optional(textOf(20_000)),
    minutes: optional(z.int().min(1).max(MOST_MINUTES)),
  })
  .refine(
    ({ title, location, notes, minutes }) => [title, location, notes, minutes].some((detail) => detail !== null),
    t`Say what is to be different.`,
  );

export const changeEvent = defineAction({
  name: 'calendar.change-event',
  title: t`Change an event`,
  input: DetailsSchema,
  output: ChangedSchema,
  outside: outsideChanged,
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { title: t`New title`, location: t`New place`, notes: t`New notes`, minutes: t`Minutes long` },
  effect: ({ uid }, { event, takes }: Before) => takesTime(event.title, uid, takes),
  describe: (_input, { was, event, extent }: Before, view) => ({
    title: t`Change ${sayWhich(was, extent, view)}`,
    differences: differencesOf(was, event, view),
    undo: t`Undo makes it what it was, as long as it hasn’t been changed again.`,
  }),
  report: ({ event, was, extent }, view) => ({
    says: t`${sayWhich(was, extent, view)} is changed.`,
    lines: differencesOf(was, event, view).map(({ label, after }) => `${label}: ${after ?? t`nothing any more`}`),
  }),
  ...changingEvent(planDetails),
});

function sayWhich(was: CalendarEvent, extent: Extent, view: View): string {
  const name = sayTitle(was.title);
  return extent === 'series' ? `${name}, ${sayWhen(was, view)}` : `${name} ${t`on ${saySpan(was, view)}`}`;
}

function differencesOf(was: CalendarEvent, event: CalendarEvent, view: View): Difference[] {
  const differences = [
    { label: t`Title`, before: was.title || null, after: event.title || null },
    { label: t`Where`, before: was.location, after: event.location },
    { label: t`Notes`, before: was.notes, after: event.notes },
    { label: t`When`, before: sayWhen(was, view), after: sayWhen(event, view) },
  ];
  return differences.filter(({ before, after }) => before !== after);
}
