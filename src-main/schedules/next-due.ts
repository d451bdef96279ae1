import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { Trigger } from '#contract/model/trigger.ts';
import { assertNever } from '#contract/states/assert-never.ts';
import { nextOfRules, readCron } from '#main/schedules/read-cron.ts';

/** The first time after `after` (never at it) at which a trigger goes off by the clock; null when there is none. */
export function nextDue(trigger: Trigger, after: Instant): Instant | null {
  switch (trigger.kind) {
    case 'once':
      return trigger.at > after ? trigger.at : null;
    case 'rrule':
      return nextOccurrence(trigger, after);
    case 'cron':
      return nextOfRules(readCron(trigger.cron) ?? [], trigger.timeZone, after);
    case 'event':
      return null;
  }
  return assertNever(trigger);
}

/** The next times, soonest first, at most `most`. */
export function nextTimes(trigger: Trigger, after: Instant, most: number): Instant[] {
  const times: Instant[] = [];
  for (let next = nextDue(trigger, after); next !== null && times.length < most; next = nextDue(trigger, next)) {
    times.push(next);
  }
  return times;
}
