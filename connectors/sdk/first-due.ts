import { instantText, momentOf } from '#connectors/sdk/local-time.ts';
import { nextOccurrence } from '#connectors/sdk/next-occurrence.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { NewSchedule } from '#contract/model/schedule.ts';

/** When something armed now is first due: its next time, or its start where everything has passed (so: at once). */
export const firstDue = (schedule: NewSchedule, now: Instant): Instant =>
  nextOccurrence(schedule, now) ?? instantText(momentOf(schedule.startsAt, schedule.timeZone));
