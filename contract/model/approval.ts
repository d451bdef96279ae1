import { z } from 'zod';
import { CardSchema } from '#contract/model/card.ts';
import { BecauseSchema } from '#contract/model/decision.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { JsonSchema } from '#contract/model/json.ts';
import { StepIdSchema } from '#contract/model/plan.ts';

export const ApprovalStatusSchema = z.enum(['waiting', 'approved', 'declined', 'expired', 'overtaken']);
export type ApprovalStatus = z.infer<typeof ApprovalStatusSchema>;

/** A consent, asked or given. It holds for exactly what its digest was computed over. */
export const ApprovalSchema = z.object({
  id: z.string(),
  runId: z.string(),
  stepId: StepIdSchema,
  /** SHA-256 over action, resolved arguments, effect and remote version. */
  digest: z.string(),
  card: CardSchema,
  reason: z.array(BecauseSchema),
  status: ApprovalStatusSchema,
  decidedBy: z.string().nullable(),
  decidedAt: InstantSchema.nullable(),
  notes: z.string().nullable(),
  createdAt: InstantSchema,
  expiresAt: InstantSchema,
});
export type Approval = z.infer<typeof ApprovalSchema>;

export const ApprovalAnswerSchema = z.strictObject({
  decision: z.enum(['approve', 'decline', 'change']),
  notes: z.string().max(2000).optional(),
  /** The digest of the card that the person saw; a different one is refused as overtaken. */
  digest: z.string().optional(),
  /** With `change`: new values by JSON pointer into the step's arguments. */
  changes: z.record(z.string().startsWith('/'), JsonSchema).optional(),
});
export type ApprovalAnswer = z.infer<typeof ApprovalAnswerSchema>;
