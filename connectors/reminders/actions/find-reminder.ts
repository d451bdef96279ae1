import { z } from 'zod';
import { findPending } from '#connectors/reminders/find-pending.ts';
import { sayReminderLine } from '#connectors/reminders/reminder-words.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { nothingToTakeBack, onlyLooks } from '#connectors/sdk/effects.ts';
import { notFound } from '#connectors/sdk/failures.ts';
import { nonEmptyLineOf } from '#connectors/sdk/plain-text.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { succeed } from '#contract/model/result.ts';
import { ScheduleSchema } from '#contract/model/schedule.ts';

export const findReminder = defineAction({
  name: 'reminders.find',
  title: t`Find a reminder`,
  input: z.strictObject({ query: nonEmptyLineOf(200) }),
  output: z.object({ reminder: ScheduleSchema, alike: z.int().nonnegative() }),
  risk: 'L0',
  scopes: [],
  delivery: 'exactly-once',
  labels: { query: t`Looking for` },
  effect: () => onlyLooks,
  describe: ({ query }) => ({
    title: t`Find the reminder ${quote(query)}`,
    differences: [],
    undo: nothingToTakeBack,
  }),
  report: ({ reminder, alike }, view) => ({
    says: alike === 0 ? t`One reminder matches.` : t`${alike + 1} reminders match; this one comes first.`,
    lines: [sayReminderLine(reminder, view)],
  }),
  async run({ query }, { alarms }) {
    const [reminder, ...others] = await findPending(alarms, query);
    return reminder === undefined
      ? notFound(t`a reminder about ${quote(query)}`)
      : succeed({ reminder, alike: others.length });
  },
});
