import { z } from 'zod';
import { InstantSchema, TimeZoneSchema } from '#contract/model/instant.ts';
import { RunStateSchema } from '#contract/model/run.ts';
import { StandingConsentSchema } from '#contract/model/standing-consent.ts';
import { IntentSchema } from '#contract/model/task.ts';
import { TriggerSchema } from '#contract/model/trigger.ts';

/** What is done about a time that passed while the computer slept or was off, or everything was paused. */
export const CatchUpSchema = z.enum(['once', 'skip', 'ask']);
export type CatchUp = z.infer<typeof CatchUpSchema>;

/** A sentence that is carried out by itself, at its times or when something happens. */
export const PlannedAutomationSchema = z.strictObject({
  sentence: IntentSchema,
  trigger: TriggerSchema,
  /** In which the sentence is read; the computer's own when absent. */
  timeZone: TimeZoneSchema.optional(),
});
export type PlannedAutomation = z.infer<typeof PlannedAutomationSchema>;

export const NewAutomationSchema = PlannedAutomationSchema.extend({
  catchUp: CatchUpSchema.default('once'),
  /** The lines of the rehearsal that the person said yes to, each with the digest that they saw. */
  consents: z
    .array(z.strictObject({ stepId: z.string(), digest: z.string() }))
    .max(500)
    .default([]),
  consentDays: z.number().int().min(1).max(365).default(90),
  /** Chosen by the caller: the same id twice is the same automation, never a second one. */
  requestId: z.string().min(1).max(100).optional(),
});
export type NewAutomation = z.infer<typeof NewAutomationSchema>;

export const AutomationSchema = z.object({
  id: z.string(),
  sentence: z.string(),
  trigger: TriggerSchema,
  timeZone: TimeZoneSchema,
  catchUp: CatchUpSchema,
  paused: z.boolean(),
  /** It only practises: each time everything but the effects is done. */
  shadow: z.boolean(),
  /** The next time; null for what waits for a happening, is paused or has ended. */
  nextAt: InstantSchema.nullable(),
  /** The time that was missed and about which the person has yet to say what to do. */
  missedAt: InstantSchema.nullable(),
  lastRun: z
    .object({ id: z.string(), state: RunStateSchema, shadow: z.boolean(), createdAt: InstantSchema })
    .nullable(),
  /** Those that still stand. */
  consents: z.array(StandingConsentSchema),
  createdAt: InstantSchema,
});
export type Automation = z.infer<typeof AutomationSchema>;
