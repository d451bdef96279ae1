import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Schedule } from '#contract/model/schedule.ts';
import { insertHappening } from '#db/repositories/happenings.ts';
import { findNextDue, listDueSchedules, updateSchedule } from '#db/repositories/schedules.ts';
import type { Journal, JournalTx } from '#main/events/journal.ts';
import { isMissed } from '#main/schedules/is-missed.ts';
import { latestDue } from '#main/schedules/latest-due.ts';
import type { DueSource } from '#main/schedules/watch-due.ts';

/**
 * Fires what is due: the event and the next time are one transaction, so nothing fires twice and
 * nothing is forgotten over a crash. Of a recurring one that was due several times, the latest counts.
 */
export async function fireDue(journal: Journal): Promise<void> {
  await journal.write((tx) => {
    for (const schedule of listDueSchedules(tx.orm, tx.now)) {
      if (schedule.nextAt === null) continue;
      const dueAt = latestDue((after) => nextOccurrence(schedule, after), schedule.nextAt, tx.now);
      const missed = isMissed(dueAt, tx.now);
      updateSchedule(tx, schedule.id, { nextAt: nextOccurrence(schedule, tx.now), lastFiredAt: tx.now });
      const body = { scheduleId: schedule.id, message: schedule.message, dueAt };
      tx.append({ actor: 'clock', body: { kind: missed ? 'reminder.missed' : 'reminder.fired', ...body } });
      if (!missed) reportGoingOff(tx, schedule, dueAt);
    }
  });
}

/** What an automation may wait for; declared by the reminders connector. */
function reportGoingOff(tx: JournalTx, { id, message }: Schedule, at: Instant): void {
  const happening = { connector: 'reminders', kind: 'goes-off', itemId: `${id}@${at}`, fields: { message }, at };
  insertHappening(tx, happening, tx.now);
}

/** The reminders, as the clock watches them. */
export const remindersDue = (journal: Journal): DueSource => ({
  next: () => findNextDue(journal.orm),
  fire: () => fireDue(journal),
});
