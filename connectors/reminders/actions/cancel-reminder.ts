import { z } from 'zod';
import { changesReminder, isSame, versionOf } from '#connectors/reminders/reminder.ts';
import { sayWhen } from '#connectors/reminders/reminder-words.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changedSince, notFound } from '#connectors/sdk/failures.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { type Schedule, ScheduleSchema } from '#contract/model/schedule.ts';

export const cancelReminder = defineAction({
  name: 'reminders.cancel',
  title: t`Cancel a reminder`,
  input: z.strictObject({ id: z.string().min(1).max(100) }),
  output: z.object({ reminder: ScheduleSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: {},
  effect: () => changesReminder,
  describe: (_input, reminder: Schedule, view) => ({
    title: t`Cancel the reminder ${quote(reminder.message)}, ${sayWhen(reminder, view)}`,
    differences: [
      { label: t`Reminder`, before: reminder.message, after: null },
      { label: t`When`, before: sayWhen(reminder, view), after: null },
    ],
    undo: t`Undo sets it again as it was.`,
  }),
  report: ({ reminder }, view) => ({
    says: t`The reminder ${quote(reminder.message)}, ${sayWhen(reminder, view)}, is cancelled.`,
    lines: [],
  }),
  async look({ id }, { alarms }) {
    const reminder = await alarms.get(id);
    if (reminder === null) return notFound(t`that reminder`);
    return succeed({ before: reminder, version: versionOf(reminder) });
  },
  async run({ id }, { alarms, folder, before: reminder, mode }) {
    if (mode !== 'execute') return succeed({ reminder });
    return folder.exclusively(async () => {
      const current = await alarms.get(id);
      if (current !== null && !isSame(current, reminder))
        return changedSince(t`the reminder ${quote(reminder.message)}`);
      await alarms.disarm(id);
      return succeed({ reminder: current ?? reminder });
    });
  },
  async findEarlier({ id }, { alarms, before: reminder }) {
    const current = await alarms.get(id);
    return succeed(current === null ? { reminder } : null);
  },
  readBack: async ({ reminder }, { alarms }) => succeed((await alarms.get(reminder.id)) === null),
  undo: ({ reminder }, { alarms, folder, mode, overwrite }) =>
    folder.exclusively(async () => {
      const current = await alarms.get(reminder.id);
      if (isSame(current, reminder)) return succeed(null);
      if (current !== null && !overwrite) return changedSince(t`the reminder ${quote(reminder.message)}`);
      if (mode === 'execute') await alarms.putBack(reminder);
      return succeed(null);
    }),
});
