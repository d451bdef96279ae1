import type { Alarms } from '#connectors/sdk/action.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import { findSchedule, insertSchedule, listSchedules, removeSchedule } from '#db/repositories/schedules.ts';
import type { Journal } from '#main/events/journal.ts';

/** The durable alarm list that connectors arm, over SQLite. `changed` re-sets the timer. */
export function createAlarms(journal: Journal, changed: () => void): Alarms {
  return {
    async arm(schedule) {
      return journal.write((tx) => {
        insertSchedule(tx, { ...schedule, nextAt: nextOccurrence(schedule, tx.now), lastFiredAt: null });
        tx.afterCommit(changed);
        const armed = findSchedule(tx.orm, schedule.id);
        if (!armed) throw new Error(`The schedule ${schedule.id} was not kept.`);
        return armed;
      });
    },
    async disarm(id) {
      await journal.write((tx) => {
        removeSchedule(tx, id);
        tx.afterCommit(changed);
      });
    },
    get: async (id) => findSchedule(journal.orm, id) ?? null,
    list: async () => listSchedules(journal.orm),
  };
}
