import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import { FieldConditionSchema, HappeningNameSchema } from '#contract/model/happening.ts';
import { InstantSchema, TimeZoneSchema } from '#contract/model/instant.ts';

const atText = (text: string): string => new Date(text).toISOString();

/** What sets an automation off. Wall time is kept over changes of the clocks. */
export const TriggerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), at: InstantSchema.transform(atText) }),
  z.strictObject({
    kind: z.literal('rrule'),
    /** RFC 5545 recurrence without the `RRULE:` prefix. */
    rrule: z.string().min(1).max(500),
    /** First wall-clock time in `timeZone`, without offset; it counts as the first occurrence. */
    startsAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/, t`There is no such date and time.`),
    timeZone: TimeZoneSchema,
  }),
  z.strictObject({
    kind: z.literal('cron'),
    /** Five fields: minute, hour, day of the month, month, day of the week. */
    cron: z.string().trim().min(9).max(200),
    timeZone: TimeZoneSchema,
  }),
  z.strictObject({
    kind: z.literal('event'),
    connector: HappeningNameSchema,
    happening: HappeningNameSchema,
    /** All of them must hold; none: every such happening. */
    where: z.array(FieldConditionSchema).max(10).default([]),
  }),
]);
export type Trigger = z.infer<typeof TriggerSchema>;
