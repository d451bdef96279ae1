import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ChangedSchema, optional, takesTime } from '#connectors/sdk/calendar/action-parts.ts';
import { LocalWhenSchema, sayOnWhen, sayTitle, sayWhen, UidSchema } from '#connectors/sdk/calendar/event.ts';
import { planMove } from '#connectors/sdk/calendar/move-event.ts';
import { outsideChanged } from '#connectors/sdk/calendar/own-event.ts';
import { type Before, changingEvent } from '#connectors/sdk/calendar/planned-change.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { LocalDateSchema, LocalTimeSchema, wallOf, wallText } from '#connectors/sdk/local-time.ts';
import { t } from '#contract/language/t.ts';
import { TimeZoneSchema } from '#contract/model/instant.ts';

const MOST_MINUTES = 5 * 366 * 24 * 60;

const MoveSchema = z
  .strictObject({
    uid: UidSchema,
    occurrence: optional(LocalWhenSchema),
    date: optional(LocalDateSchema),
    time: optional(LocalTimeSchema),
    byMinutes: optional(z.int().min(-MOST_MINUTES).max(MOST_MINUTES)),
    timeZone: TimeZoneSchema,
  })
  .refine(
    ({ date, time, byMinutes }) => (byMinutes === null) === (date !== null || time !== null),
    t`Say either a new date or time, or how much earlier or later.`,
  )
  .refine(({ byMinutes }) => byMinutes !== 0, t`That is no change.`);

export const moveEvent = defineAction({
  name: 'calendar.move-event',
  title: t`Move an event`,
  input: MoveSchema,
  output: ChangedSchema,
  outside: outsideChanged,
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { date: t`New date`, time: t`New time`, byMinutes: t`Minutes later` },
  effect: ({ uid }, { event, takes }: Before) => takesTime(event.title, uid, takes),
  atAnotherTime({ timeZone }, from) {
    const [date, time] = wallText(wallOf(Temporal.Instant.from(from), timeZone)).split('T');
    return { '/date': date ?? null, '/time': time ?? null, '/byMinutes': null };
  },
  describe(_input, { was, event, extent }: Before, view) {
    const [name, when] = [sayTitle(event.title), sayWhen(event, view)];
    const title = {
      once: `${t`Move ${name}`} ${t`to ${when}`}`,
      occurrence: t`Move ${name} to ${when}; the others stay`,
      series: t`Move all of ${name} to ${when}`,
    }[extent];
    return {
      title,
      differences: [{ label: t`When`, before: sayWhen(was, view), after: sayWhen(event, view) }],
      undo: t`Undo moves it back to ${sayWhen(was, view)}.`,
    };
  },
  report: ({ event }, view) => ({
    says: t`${sayTitle(event.title)} is now ${sayOnWhen(event, view)}.`,
    lines: [],
  }),
  ...changingEvent(planMove),
});
