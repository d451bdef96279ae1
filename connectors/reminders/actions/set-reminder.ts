import { z } from 'zod';
import { changesReminder, isSame } from '#connectors/reminders/reminder.ts';
import { sayLeftOut, sayWhen, sayWhenInFull } from '#connectors/reminders/reminder-words.ts';
import type { View } from '#connectors/sdk/action.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { deriveId } from '#connectors/sdk/derive-id.ts';
import { changedSince, misfit } from '#connectors/sdk/failures.ts';
import { LocalDateTimeSchema } from '#connectors/sdk/local-time.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import { capitalised, nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { RecurrenceSchema } from '#connectors/sdk/recurrence-schema.ts';
import { t } from '#contract/language/t.ts';
import { TimeZoneSchema } from '#contract/model/instant.ts';
import { type Result, succeed } from '#contract/model/result.ts';
import { type NewSchedule, ScheduleSchema } from '#contract/model/schedule.ts';

export const setReminder = defineAction({
  name: 'reminders.set',
  title: t`Set a reminder`,
  input: z.strictObject({
    message: nonEmptyLineOf(500).transform(asItWillBeSeen),
    startsAt: LocalDateTimeSchema,
    timeZone: TimeZoneSchema,
    rrule: RecurrenceSchema.nullish().transform((rrule) => rrule ?? null),
  }),
  output: z.object({ reminder: ScheduleSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { message: t`Reminder`, startsAt: t`When` },
  effect: () => changesReminder,
  describe(input, _before, view) {
    const leftOut = sayLeftOut(input);
    return {
      title: t`Remind you ${sayWhenInFull(input, view)}: ${quote(input.message)}`,
      differences: [
        { label: t`Reminder`, before: null, after: input.message },
        { label: t`When`, before: null, after: sayWhen(input, view) },
        ...(leftOut === null ? [] : [{ label: t`Note`, before: null, after: leftOut }]),
      ],
      undo: t`Undo takes it off your reminders.`,
    };
  },
  report: ({ reminder }, view) => ({
    says: t`You will be reminded ${sayWhenInFull(reminder, view)}: ${quote(reminder.message)}.`,
    lines: [],
  }),
  async look(input, { view }) {
    const next = firstTime(input, view);
    return next.ok ? succeed({ before: null, version: '' }) : next;
  },
  async run(input, { alarms, folder, key, mode, view }) {
    const next = firstTime(input, view);
    if (!next.ok) return next;
    const reminder = { ...input, id: deriveId(key) };
    if (mode !== 'execute') return succeed({ reminder: { ...reminder, nextAt: next.value, lastFiredAt: null } });
    return succeed({ reminder: await folder.exclusively(() => alarms.arm(reminder)) });
  },
  async findEarlier(_input, { alarms, key }) {
    const reminder = await alarms.get(deriveId(key));
    return succeed(reminder === null ? null : { reminder });
  },
  readBack: async ({ reminder }, { alarms }) => succeed(isSame(await alarms.get(reminder.id), reminder)),
  undo: ({ reminder }, { alarms, folder, mode, overwrite }) =>
    folder.exclusively(async () => {
      const current = await alarms.get(reminder.id);
      if (current === null) return succeed(null);
      if (!isSame(current, reminder) && !overwrite) return changedSince(t`the reminder ${quote(reminder.message)}`);
      if (mode === 'execute') await alarms.disarm(reminder.id);
      return succeed(null);
    }),
});

/** When it is due first; a time that has passed is refused while the person can still say another. */
function firstTime(timed: Omit<NewSchedule, 'id' | 'message'>, view: View): Result<string> {
  const next = nextOccurrence(timed, view.now);
  if (next !== null) return succeed(next);
  return misfit(t`${capitalised(sayWhen(timed, view))} has passed already.`);
}

/** A note to oneself as it will be read when it fires; a word with capitals of its own (“iPhone”) is left alone. */
function asItWillBeSeen(message: string): string {
  const [first = ''] = message.split(' ', 1);
  return first === first.toLowerCase() ? capitalised(message) : message;
}
