import { z } from 'zod';
import { AutonomySchema } from '#contract/model/autonomy.ts';
import { BecauseSchema } from '#contract/model/decision.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { LimitsSchema } from '#contract/model/limits.ts';
import { NewRuleSchema } from '#contract/model/own-rule.ts';
import { StepIdSchema } from '#contract/model/plan.ts';

const DAYS = 30;
const MOST_DAYS = 365;

/** Rules that are only tried: what is not named is as it stands. */
export const TriedRulesSchema = z.strictObject({
  autonomy: AutonomySchema.optional(),
  /** Whether every change is asked, as in the first week. */
  firstWeek: z.boolean().optional(),
  limits: LimitsSchema.optional(),
  /** Rules beside those that are in force. */
  add: z.array(NewRuleSchema).max(20).optional(),
  /** Rules of the person's own, by id, that are taken away. */
  without: z.array(z.string().max(100)).max(100).optional(),
  /** How far to look back. */
  days: z.number().int().min(1).max(MOST_DAYS).default(DAYS),
});
export type TriedRules = z.infer<typeof TriedRulesSchema>;

export const SimulationSchema = z.object({
  /** The added rules, as they would read. */
  added: z.array(z.object({ says: z.string(), cedar: z.string() })),
  since: InstantSchema,
  /** How many things that were done, or asked, were looked at. */
  looked: z.number().int(),
  /** How many of them would have been asked and were not, the other way round, and refused. */
  askedMore: z.number().int(),
  askedLess: z.number().int(),
  refused: z.number().int(),
  /** What would have been otherwise, newest first; at most the hundred latest. */
  changes: z.array(
    z.object({
      at: InstantSchema,
      runId: z.string(),
      stepId: StepIdSchema,
      says: z.string(),
      was: z.enum(['asked', 'by-itself']),
      would: z.enum(['ask', 'by-itself', 'refuse']),
      because: z.array(BecauseSchema),
    }),
  ),
});
export type Simulation = z.infer<typeof SimulationSchema>;
