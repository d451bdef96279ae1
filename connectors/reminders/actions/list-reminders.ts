import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { findPending } from '#connectors/reminders/find-pending.ts';
import { sayReminderLine } from '#connectors/reminders/reminder-words.ts';
import type { View } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { instantText, LocalDateTimeSchema, momentOf } from '#connectors/sdk/local-time.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import { lineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { sayLocal } from '#connectors/sdk/say-time.ts';
import { t } from '#contract/language/t.ts';
import { type Instant, TimeZoneSchema } from '#contract/model/instant.ts';
import { succeed } from '#contract/model/result.ts';
import { type Schedule, ScheduleSchema } from '#contract/model/schedule.ts';

const ListSchema = z.strictObject({
  query: lineOf(200)
    .nullish()
    .transform((query) => query || null),
  from: LocalDateTimeSchema.nullish().transform((from) => from ?? null),
  to: LocalDateTimeSchema.nullish().transform((to) => to ?? null),
  timeZone: TimeZoneSchema,
});
type Asked = z.output<typeof ListSchema>;

export const listReminders = defineAction({
  name: 'reminders.list',
  title: t`List reminders`,
  input: ListSchema,
  /** `nextAt` is the next time within the stretch that was asked about. */
  output: z.object({ reminders: z.array(ScheduleSchema), asked: ListSchema }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for`, from: t`From`, to: t`Until` },
  effect: () => onlyLooks,
  describe: (asked, _before, view) => ({
    title: t`Look up your reminders${sayAsked(asked, view)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ reminders, asked }, view) => ({
    says: sayCount(reminders.length, sayAsked(asked, view)),
    lines: reminders.map((reminder) => sayReminderLine(reminder, view)),
  }),
  async run(asked, { alarms, view }) {
    const pending = await findPending(alarms, asked.query ?? '');
    const reminders = pending.map((reminder) => within(reminder, asked, view.now)).filter((one) => one !== null);
    return succeed({ reminders: reminders.sort(bySoonest), asked });
  },
});

/** A series is told with its first occurrence in the stretch, also where an earlier one comes before that. */
function within(reminder: Schedule, { from, to, timeZone }: Asked, now: Instant): Schedule | null {
  const since = from === null ? null : momentOf(from, timeZone);
  const soonest = reminder.nextAt ?? now;
  const nextAt =
    since === null || soonest >= instantText(since)
      ? soonest
      : nextOccurrence(reminder, instantText(since.subtract({ milliseconds: 1 })));
  const isIn = nextAt !== null && (to === null || nextAt < instantText(momentOf(to, timeZone)));
  return isIn ? { ...reminder, nextAt } : null;
}

const bySoonest = (one: Schedule, other: Schedule): number =>
  Temporal.Instant.compare(one.nextAt ?? '', other.nextAt ?? '') || (one.id < other.id ? -1 : 1);

function sayCount(count: number, asked: string): string {
  if (count === 0) return t`You have no reminders to come${asked}.`;
  return count === 1 ? t`You have 1 reminder to come${asked}.` : t`You have ${count} reminders to come${asked}.`;
}

/** ` about “rent” from … until …`, as far as that was asked. */
function sayAsked({ query, from, to, timeZone }: Asked, view: View): string {
  const about = query === null ? '' : t` about ${quote(query)}`;
  const [first, last] = [from, to].map((time) => time && sayLocal(time, timeZone, view));
  if (first && last) return `${about} ${t`from ${first} until ${last}`}`;
  if (first) return `${about} ${t`from ${first} on`}`;
  return last ? `${about} ${t`until ${last}`}` : about;
}
