import { Temporal } from 'temporal-polyfill';
import { moveRule } from '#connectors/reminders/move-rule.ts';
import { momentOf, wallOf, wallText } from '#connectors/sdk/local-time.ts';
import type { TimeZone } from '#contract/model/instant.ts';
import type { NewSchedule, Schedule } from '#contract/model/schedule.ts';

export type Move = {
  readonly date: string | null;
  readonly time: string | null;
  readonly byMinutes: number | null;
  /** The zone in which the person means date and time. */
  readonly timeZone: TimeZone;
};

/**
 * The reminder as the move leaves it. A series is moved from its next occurrence on; what has been is
 * counted off. Null when the rhythm cannot follow to another day (every weekday, say).
 */
export function moveReminderTo(reminder: Schedule, move: Move): NewSchedule | null {
  const { id, message, rrule } = reminder;
  const timeZone = move.byMinutes === null ? move.timeZone : reminder.timeZone;
  const moment = nextMoment(reminder);
  const target = targetOf(wallOf(moment, timeZone), move);
  const moved = { id, message, startsAt: wallText(target), timeZone };
  if (rrule === null) return { ...moved, rrule };
  const movedRule = moveRule({ ...reminder, rrule }, { from: wallOf(moment, reminder.timeZone), to: target, timeZone });
  return movedRule === null ? null : { ...moved, rrule: movedRule };
}

/** What is moved: the occurrence to come, or the only one, or the first of a series that has ended. */
function nextMoment({ rrule, nextAt, startsAt, timeZone }: Schedule): Temporal.Instant {
  return rrule === null || nextAt === null ? momentOf(startsAt, timeZone) : Temporal.Instant.from(nextAt);
}

/** In wall-clock time, so that “a day later” stays nine o’clock over a change of the clocks. */
function targetOf(wall: Temporal.PlainDateTime, { date, time, byMinutes }: Move): Temporal.PlainDateTime {
  if (byMinutes !== null) return wall.add({ minutes: byMinutes });
  const day = date === null ? wall.toPlainDate() : Temporal.PlainDate.from(date);
  return day.toPlainDateTime(time === null ? wall.toPlainTime() : Temporal.PlainTime.from(time));
}
