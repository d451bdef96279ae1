import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { sayUnread, whenSound } from '#connectors/sdk/calendar/action-parts.ts';
import { readCalendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { EventSchema, sayEventLine } from '#connectors/sdk/calendar/event.ts';
import { withFollowed } from '#connectors/sdk/calendar/followed-events.ts';
import { findFree, fromNowOn } from '#connectors/sdk/calendar/free-time.ts';
import { occurrencesWithin } from '#connectors/sdk/calendar/occurrences.ts';
import { asSeen, outsideEvent } from '#connectors/sdk/calendar/own-event.ts';
import { AskedStretchShape, isInOrder, sayInOrder, sayStretch, stretchOf } from '#connectors/sdk/calendar/stretch.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { LocalDateTimeSchema } from '#connectors/sdk/local-time.ts';
import { saySpan } from '#connectors/sdk/say-time.ts';
import { sayAll } from '#contract/language/intl.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';

const MOST_DAYS = 92;
const MOST_TAKEN = 2000;
const MINUTES_A_DAY = 12 * 60;

const AskedSchema = z.strictObject({
  ...AskedStretchShape,
  minutes: z.int().min(1).max(MINUTES_A_DAY, t`Only times between 8:00 and 20:00 are looked at, which is 12 hours.`),
});

const isShort = ({ from, to }: z.output<typeof AskedSchema>): boolean =>
  Temporal.PlainDateTime.from(from).until(to).total({ unit: 'days', relativeTo: from }) <= MOST_DAYS;

export const findFreeTime = defineAction({
  name: 'calendar.find-free-time',
  title: t`Find free time`,
  input: AskedSchema.refine(isInOrder, sayInOrder).refine(isShort, {
    ...whenSound,
    path: ['to'],
    error: t`Ask about three months at most.`,
  }),
  output: z.object({
    ...AskedSchema.shape,
    free: z.array(z.object({ startsAt: LocalDateTimeSchema, endsAt: LocalDateTimeSchema })),
    /** How many events take up time then. */
    busy: z.int().nonnegative(),
    /** What lasts all day but leaves the time free, such as a birthday. */
    wholeDays: z.array(EventSchema),
    unread: z.int().nonnegative(),
  }),
  outside: ({ wholeDays }) => wholeDays.flatMap((event, index) => outsideEvent(`/wholeDays/${index}`, event)),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { from: t`From`, to: t`Until`, minutes: t`Minutes` },
  effect: () => onlyLooks,
  describe: (asked, _before, view) => ({
    title: t`Look for ${sayLength(asked.minutes)} free in your calendar ${sayStretch(asked, view)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report({ free, wholeDays, unread, busy: _busy, ...asked }, view) {
    const { timeZone } = asked;
    const when = sayStretch(asked, view);
    return {
      says:
        free.length === 0
          ? t`You have no ${sayLength(asked.minutes)} free between 8:00 and 20:00 ${when}.`
          : t`You have ${sayLength(asked.minutes)} or more free ${when}:`,
      lines: [
        ...free.map((stretch) => saySpan({ ...stretch, allDay: false, timeZone }, view)),
        ...wholeDays.map((event) => t`Also then: ${sayEventLine(event, view)}`),
        ...sayUnread(unread),
      ],
    };
  },
  async run(asked, where) {
    const { folder, view } = where;
    const calendar = await readCalendar(folder);
    if (!calendar.ok) return calendar;
    const { groups, unread } = await withFollowed(calendar.value, where);
    const stretch = fromNowOn(stretchOf(asked), Temporal.Instant.from(view.now));
    const { found } = occurrencesWithin(groups, { ...stretch, reader: view.timeZone }, MOST_TAKEN);
    const busy = found.filter(({ entry }) => entry.stored.isBusy);
    const taken = busy.map(({ time }) => time);
    return succeed({
      ...asked,
      free: findFree(stretch, taken, asked.minutes, asked.timeZone),
      busy: busy.length,
      wholeDays: found
        .filter(({ entry, event }) => event.allDay && !entry.stored.isBusy)
        .map(({ event }) => asSeen(event)),
      unread,
    });
  },
});

/** `30 minutes`, `1 hour`, `1 hour and 30 minutes` */
function sayLength(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return sayAll([
    ...(hours === 0 ? [] : [hours === 1 ? t`1 hour` : t`${hours} hours`]),
    ...(rest === 0 ? [] : [rest === 1 ? t`1 minute` : t`${rest} minutes`]),
  ]);
}
