import type { Alarms } from '#connectors/sdk/action.ts';
import { firstDue } from '#connectors/sdk/first-due.ts';
import type { NewSchedule, Schedule } from '#contract/model/schedule.ts';
import {
  findSchedule,
  insertSchedule,
  listSchedules,
  putSchedule,
  removeSchedule,
} from '#db/repositories/schedules.ts';
import type { Journal, JournalTx } from '#main/events/journal.ts';

/** The durable alarm list that connectors arm, over SQLite. `changed` re-sets the timer. */
export function createAlarms(journal: Journal, changed: () => void): Alarms {
  const change = <T>(work: (tx: JournalTx) => T): Promise<T> =>
    journal.write((tx) => {
      tx.afterCommit(changed);
      return work(tx);
    });

  return {
    arm: (schedule) =>
      change((tx) => {
        insertSchedule(tx, armedNow(tx, schedule, null));
        return keptIn(tx, schedule.id);
      }),
    replace: (schedule) =>
      change((tx) => {
        const lastFiredAt = findSchedule(tx.orm, schedule.id)?.lastFiredAt ?? null;
        putSchedule(tx, armedNow(tx, schedule, lastFiredAt));
        return keptIn(tx, schedule.id);
      }),
    putBack: (former) => change((tx) => putSchedule(tx, former)),
    disarm: (id) => change((tx) => removeSchedule(tx, id)),
    get: async (id) => findSchedule(journal.orm, id) ?? null,
    list: async () => listSchedules(journal.orm),
  };
}

const armedNow = (tx: JournalTx, schedule: NewSchedule, lastFiredAt: string | null): Schedule => ({
  ...schedule,
  nextAt: firstDue(schedule, tx.now),
  lastFiredAt,
});

function keptIn(tx: JournalTx, id: string): Schedule {
  const kept = findSchedule(tx.orm, id);
  if (!kept) throw new Error(`The schedule ${id} was not kept.`);
  return kept;
}
