import type { Alarms } from '#connectors/sdk/action.ts';
import { firstDue } from '#connectors/sdk/first-due.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { NewSchedule, Schedule } from '#contract/model/schedule.ts';

/** The alarm list in memory, for tests of connectors. It keeps what the real one keeps, and nothing fires. */
export function createMemoryAlarms(now: () => Instant): Alarms {
  const armed = new Map<string, Schedule>();

  function keep({ id, message, startsAt, timeZone, rrule }: NewSchedule, lastFiredAt: Instant | null): Schedule {
    const schedule = { id, message, startsAt, timeZone, rrule };
    const kept: Schedule = { ...schedule, nextAt: firstDue(schedule, now()), lastFiredAt };
    armed.set(id, kept);
    return { ...kept };
  }

  return {
    arm: async (schedule) => copyOf(armed.get(schedule.id)) ?? keep(schedule, null),
    replace: async (schedule) => keep(schedule, armed.get(schedule.id)?.lastFiredAt ?? null),
    async putBack(former) {
      armed.set(former.id, { ...former });
    },
    async disarm(id) {
      armed.delete(id);
    },
    get: async (id) => copyOf(armed.get(id)),
    list: async () => [...armed.values()].sort(bySoonest).map((schedule) => ({ ...schedule })),
  };
}

const copyOf = (schedule: Schedule | undefined): Schedule | null => (schedule ? { ...schedule } : null);

function bySoonest(one: Schedule, other: Schedule): number {
  const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
  // Behind every date, so that what has ended comes last.
  const never = '~';
  return compare(one.nextAt ?? never, other.nextAt ?? never) || compare(one.id, other.id);
}
