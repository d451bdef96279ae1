import { z } from 'zod';
import { CardSchema } from '#contract/model/card.ts';
import { ChoiceKindSchema, KeptChoiceSchema } from '#contract/model/conflict.ts';
import { BecauseSchema } from '#contract/model/decision.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { JsonSchema } from '#contract/model/json.ts';
import { FilledTemplateSchema } from '#contract/model/own-rule.ts';
import { StepIdSchema } from '#contract/model/plan.ts';

export const ApprovalStatusSchema = z.enum(['waiting', 'approved', 'declined', 'expired', 'overtaken']);
export type ApprovalStatus = z.infer<typeof ApprovalStatusSchema>;

/** A consent, asked or given. It holds for exactly what its digest was computed over. */
export const ApprovalSchema = z.object({
  id: z.string(),
  runId: z.string(),
  stepId: StepIdSchema,
  /** SHA-256 over action, resolved arguments, effect, remote version, and what the card says stands in the way. */
  digest: z.string(),
  card: CardSchema,
  reason: z.array(BecauseSchema),
  status: ApprovalStatusSchema,
  decidedBy: z.string().nullable(),
  decidedAt: InstantSchema.nullable(),
  notes: z.string().nullable(),
  /** With a yes to a card that named conflicts: what was chosen. */
  choice: KeptChoiceSchema.nullable(),
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
  /** Needed with `approve` where the card names conflicts: one of the choices that all of them offer. */
  choice: ChoiceKindSchema.optional(),
});
export type ApprovalAnswer = z.infer<typeof ApprovalAnswerSchema>;

/** One decision over cards of any plans; a card that names conflicts is answered by itself. */
export const ApprovalAnswersSchema = z.strictObject({
  approve: z
    .array(z.strictObject({ id: z.string().max(100), digest: z.string().max(100) }))
    .max(200)
    .default([]),
  decline: z.array(z.string().max(100)).max(200).default([]),
});

/** The digest of the card that the person saw, and the rule that they chose of those offered. */
export const AlwaysSchema = z.strictObject({
  digest: z.string().max(100),
  rule: FilledTemplateSchema,
});
