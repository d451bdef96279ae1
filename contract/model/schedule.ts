import { z } from 'zod';
import { InstantSchema, TimeZoneSchema } from '#contract/model/instant.ts';

/** Something that will happen by itself at a time: today a reminder. */
export const NewScheduleSchema = z.object({
  id: z.string(),
  /** What the person reads when it fires. */
  message: z.string().min(1).max(1000),
  /** First wall-clock time in `timeZone`, without offset: `2026-12-01T09:00:00`. */
  startsAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
  timeZone: TimeZoneSchema,
  /** RFC 5545 recurrence without the `RRULE:` prefix; null fires once. */
  rrule: z.string().nullable(),
});
export type NewSchedule = z.infer<typeof NewScheduleSchema>;

export const ScheduleSchema = NewScheduleSchema.extend({
  /** The next time it fires; null when it has ended. */
  nextAt: InstantSchema.nullable(),
  lastFiredAt: InstantSchema.nullable(),
});
export type Schedule = z.infer<typeof ScheduleSchema>;
