import { z } from 'zod';
import { AutonomySchema } from '#contract/model/autonomy.ts';
import { LimitsSchema } from '#contract/model/limits.ts';
import { SuspicionLimitsSchema } from '#contract/model/suspicion.ts';

/** Zero: it leaves at once. */
export const HoldSecondsSchema = z.number().int().min(0).max(3_600);

/** A rule as the person reads it. A guardrail is always on and cannot be edited. */
export const PolicySchema = z.object({
  id: z.string(),
  kind: z.enum(['guardrail', 'autonomy', 'first-week', 'suspicion', 'limits', 'hold']),
  says: z.string(),
  editable: z.boolean(),
  enabled: z.boolean(),
  /** For `autonomy`: the level in force. */
  autonomy: AutonomySchema.nullable(),
  /** For `first-week`: when it ends by itself, as an ISO 8601 instant. */
  until: z.string().nullable(),
  /** For `suspicion`: more than this, and the app pauses by itself. */
  suspicion: SuspicionLimitsSchema.nullable(),
  /** For `limits`: how much may be done before the amount itself is asked about. */
  limits: LimitsSchema.nullable(),
  /** For `hold`: how long a message can be called off before it leaves. */
  holdSeconds: HoldSecondsSchema.nullable(),
});
export type Policy = z.infer<typeof PolicySchema>;
