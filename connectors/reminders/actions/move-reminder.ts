import { z } from 'zod';
import { type Move, moveReminderTo } from '#connectors/reminders/move-reminder-to.ts';
import { changesReminder, isSame, versionOf } from '#connectors/reminders/reminder.ts';
import { sayLeftOut, sayWhen, sayWhenInFull } from '#connectors/reminders/reminder-words.ts';
import { defineAction } from '#connectors/sdk/define-action.ts';
import { changedSince, misfit, notFound } from '#connectors/sdk/failures.ts';
import { LocalDateSchema, LocalTimeSchema } from '#connectors/sdk/local-time.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import { quote } from '#connectors/sdk/quote.ts';
import { t } from '#contract/language/t.ts';
import { type Instant, TimeZoneSchema } from '#contract/model/instant.ts';
import { type Result, succeed } from '#contract/model/result.ts';
import { type NewSchedule, type Schedule, ScheduleSchema } from '#contract/model/schedule.ts';

const MINUTES_IN_A_YEAR = 366 * 24 * 60;

const absent = <T>(value: T | null | undefined): T | null => value ?? null;
const sayMisfit = t`Say either a new date or time, or how much earlier or later.`;

const MoveSchema = z
  .strictObject({
    id: z.string().min(1).max(100),
    date: LocalDateSchema.nullish().transform(absent),
    time: LocalTimeSchema.nullish().transform(absent),
    byMinutes: z.int().min(-MINUTES_IN_A_YEAR).max(MINUTES_IN_A_YEAR).nullish().transform(absent),
    timeZone: TimeZoneSchema,
  })
  .refine(({ date, time, byMinutes }) => (byMinutes === null) === (date !== null || time !== null), sayMisfit)
  .refine(({ byMinutes }) => byMinutes !== 0, t`That is no change.`);

export const moveReminder = defineAction({
  name: 'reminders.move',
  title: t`Move a reminder`,
  input: MoveSchema,
  output: z.object({ reminder: ScheduleSchema, former: ScheduleSchema }),
  risk: 'L2',
  scopes: [],
  delivery: 'exactly-once',
  labels: { date: t`New date`, time: t`New time`, byMinutes: t`Minutes later` },
  effect: () => changesReminder,
  describe(input, former: Schedule, view) {
    const moved = moveReminderTo(former, input) ?? former;
    const leftOut = sayLeftOut(moved);
    return {
      title: t`Move the reminder ${quote(former.message)} to ${sayWhen(moved, view)}`,
      differences: [
        { label: t`When`, before: sayWhen(former, view), after: sayWhen(moved, view) },
        ...(leftOut === null ? [] : [{ label: t`Note`, before: null, after: leftOut }]),
      ],
      undo: t`Undo moves it back to ${sayWhen(former, view)}.`,
    };
  },
  report: ({ reminder }, view) => ({
    says: t`You will now be reminded ${sayWhenInFull(reminder, view)}: ${quote(reminder.message)}.`,
    lines: [],
  }),
  async look(input, { alarms, view }) {
    const former = await alarms.get(input.id);
    if (former === null) return notFound(t`that reminder`);
    const moved = findMoved(former, input, view.now);
    return moved.ok ? succeed({ before: former, version: versionOf(former) }) : moved;
  },
  async run(input, { alarms, folder, before: former, mode, view }) {
    const found = findMoved(former, input, view.now);
    if (!found.ok) return found;
    const { moved, nextAt } = found.value;
    if (mode !== 'execute') return succeed({ reminder: { ...former, ...moved, nextAt }, former });
    return folder.exclusively(async () => {
      const current = await alarms.get(input.id);
      if (current !== null && isSame(current, moved)) return succeed({ reminder: current, former });
      if (!isSame(current, former)) return changedSince(t`the reminder ${quote(former.message)}`);
      return succeed({ reminder: await alarms.replace(moved), former });
    });
  },
  async findEarlier(input, { alarms, before: former }) {
    const current = await alarms.get(input.id);
    const moved = moveReminderTo(former, input);
    const stands = current !== null && moved !== null && isSame(current, moved);
    return succeed(stands ? { reminder: current, former } : null);
  },
  readBack: async ({ reminder }, { alarms }) => succeed(isSame(await alarms.get(reminder.id), reminder)),
  undo: ({ reminder, former }, { alarms, folder, view, mode, overwrite }) =>
    folder.exclusively(async () => {
      const current = await alarms.get(reminder.id);
      if (isSame(current, former)) return succeed(null);
      if (!isSame(current, reminder) && !overwrite) return changedSince(t`the reminder ${quote(former.message)}`);
      if (mode === 'execute') await alarms.putBack(formerAfter(current, { reminder, former }, view.now));
      return succeed(null);
    }),
});

function findMoved(former: Schedule, move: Move, now: Instant): Result<{ moved: NewSchedule; nextAt: Instant }> {
  const moved = moveReminderTo(former, move);
  if (moved === null) {
    return misfit(
      t`It comes on several days or at several times, which can’t move together. Cancel it and set it anew`,
    );
  }
  if (isSame(former, moved)) return misfit(t`It is set for that time already`);
  const nextAt = nextOccurrence(moved, now);
  return nextAt === null ? misfit(t`That time has passed already`) : succeed({ moved, nextAt });
}

/**
 * Exactly as it stood, so that what came due at the former time and never reached the person is shown
 * as missed; but where they were reminded at the new time, they are not reminded of the former one again.
 */
function formerAfter(
  current: Schedule | null,
  { reminder, former }: { reminder: Schedule; former: Schedule },
  now: Instant,
): Schedule {
  const firedSince = current !== null && current.lastFiredAt !== reminder.lastFiredAt;
  if (!firedSince) return former;
  return { ...former, nextAt: nextOccurrence(former, now), lastFiredAt: current.lastFiredAt };
}
