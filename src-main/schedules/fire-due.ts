import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Schedule } from '#contract/model/schedule.ts';
import { findNextDue, listDueSchedules, updateSchedule } from '#db/repositories/schedules.ts';
import type { Journal } from '#main/events/journal.ts';

/** Later than this, a reminder was missed (the computer slept or was off) and is shown as such. */
const GRACE_MS = 5 * 60_000;
/** The timer looks again at least this often, so that a changed clock or a sleep is noticed. */
const LOOK_AGAIN_MS = 30_000;
const HOUR_MS = 3_600_000;

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

/** The last time at or before `now`; `first` is due, and is it where nothing came after. */
function latestDue(schedule: Schedule, first: Instant, now: Instant): Instant {
  // Looked for from now backwards in growing steps, so that a year of missed hours takes no longer than one.
  for (let hours = 1; ; hours *= 2) {
    const since = Date.parse(now) - hours * HOUR_MS;
    if (since <= Date.parse(first)) return lastFrom(schedule, first, now);
    const due = nextOccurrence(schedule, new Date(since).toISOString());
    if (due !== null && due <= now) return lastFrom(schedule, due, now);
  }
}

function lastFrom(schedule: Schedule, due: Instant, now: Instant): Instant {
  let last = due;
  for (let next: Instant | null = due; next !== null && next <= now; next = nextOccurrence(schedule, next)) last = next;
  return last;
}

/** Keeps a timer on the next due moment. `reset` when the list changed; `stop` at the end. */
export function watchSchedules(journal: Journal, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function lookIn(milliseconds: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, Math.min(Math.max(0, milliseconds), LOOK_AGAIN_MS));
  }

  function reset(): void {
    clearTimeout(timer);
    const next = stopped ? null : findNextDue(journal.orm);
    if (next !== null) lookIn(Date.parse(next) - Date.parse(journal.now()));
  }

  function look(): void {
    fireDue(journal).then(reset, (error: unknown) => {
      onError(error);
      // What is due stays due, so trying at once would never end.
      lookIn(LOOK_AGAIN_MS);
    });
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
