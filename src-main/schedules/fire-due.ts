import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import { findNextDue, listDueSchedules, updateSchedule } from '#db/repositories/schedules.ts';
import type { Journal } from '#main/events/journal.ts';

/** Later than this, a reminder was missed (the computer slept or was off) and is shown as such. */
const GRACE_MS = 5 * 60_000;
/** The timer looks again at least this often, so that a changed clock or a sleep is noticed. */
const LOOK_AGAIN_MS = 30_000;

/**
 * Fires what is due: the event and the next time are one transaction, so nothing fires twice and
 * nothing is forgotten over a crash. Of a recurring one that was due several times, the latest counts.
 */
export async function fireDue(journal: Journal): Promise<void> {
  await journal.write((tx) => {
    for (const schedule of listDueSchedules(tx.orm, tx.now)) {
      if (schedule.nextAt === null) continue;
      const dueAt = latestDue(schedule, schedule.nextAt, tx.now);
      const kind = Date.parse(tx.now) - Date.parse(dueAt) > GRACE_MS ? 'reminder.missed' : 'reminder.fired';
      updateSchedule(tx, schedule.id, { nextAt: nextOccurrence(schedule, tx.now), lastFiredAt: tx.now });
      tx.append({ actor: 'clock', body: { kind, scheduleId: schedule.id, message: schedule.message, dueAt } });
    }
  });
}

function latestDue(schedule: Parameters<typeof nextOccurrence>[0], first: string, now: string): string {
  const MOST = 10_000;
  let due = first;
  for (let n = 0; n < MOST; n += 1) {
    const next = nextOccurrence(schedule, due);
    if (next === null || next > now) return due;
    due = next;
  }
  return due;
}

/** Keeps a timer on the next due moment. `reset` when the list changed; `stop` at the end. */
export function watchSchedules(journal: Journal, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function reset(): void {
    clearTimeout(timer);
    const next = stopped ? null : findNextDue(journal.orm);
    if (next === null) return;
    const wait = Math.max(0, Date.parse(next) - Date.parse(journal.now()));
    timer = setTimeout(look, Math.min(wait, LOOK_AGAIN_MS));
  }

  function look(): void {
    fireDue(journal).catch(onError).finally(reset);
  }

  return {
    start: look,
    reset,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
