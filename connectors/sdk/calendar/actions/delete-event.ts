import { z } from 'zod';
import { ChangedSchema, changesCalendar, optional } from '#connectors/sdk/calendar/action-parts.ts';
import { planDeletion } from '#connectors/sdk/calendar/delete-event.ts';
import { LocalWhenSchema, sayTitle, sayWhen, UidSchema } from '#connectors/sdk/calendar/event.ts';
import { outsideChanged } from '#connectors/sdk/calendar/own-event.ts';
import { type Before, changingEvent } from '#connectors/sdk/calendar/planned-change.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { saySpan } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';

export const deleteEvent = defineAction({
  name: 'calendar.delete-event',
  title: t`Delete an event`,
  input: z.strictObject({ uid: UidSchema, occurrence: optional(LocalWhenSchema) }),
  output: ChangedSchema,
  outside: outsideChanged,
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  effect: () => changesCalendar,
  describe(_input, { was, extent }: Before, view) {
    const name = sayTitle(was.title);
    const title = {
      once: t`Delete ${name} on ${saySpan(was, view)} from your calendar`,
      occurrence: t`Delete ${name} on ${saySpan(was, view)} from your calendar; the others stay`,
      series: t`Delete all of ${name} from your calendar: ${sayWhen(was, view)}`,
    }[extent];
    return {
      title,
      differences: [{ label: t`When`, before: sayWhen(was, view), after: null }],
      undo: t`Undo puts it back into your calendar.`,
    };
  },
  report({ was, extent }, view) {
    const name = sayTitle(was.title);
    const says = {
      once: t`${name} on ${saySpan(was, view)} is no longer in your calendar.`,
      occurrence: t`${name} on ${saySpan(was, view)} is no longer in your calendar. The others stay.`,
      series: t`All of ${name} is no longer in your calendar.`,
    }[extent];
    return { says, lines: [] };
  },
  ...changingEvent(planDeletion, (extent) => extent !== 'occurrence'),
});
