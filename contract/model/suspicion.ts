import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';

/**
 * What is watched for. `burst`: many changes that nobody said yes to one by one. `new-recipients`: many
 * messages to people who never got one before. `failed-sign-in`: an account that turns us away again and
 * again. `outside-text`: texts by others that again and again led to something a rule refuses.
 */
export const SuspicionKindSchema = z.enum(['burst', 'new-recipients', 'failed-sign-in', 'outside-text']);
export type SuspicionKind = z.infer<typeof SuspicionKindSchema>;

/** More than `most` within `minutes` is suspicious. */
export const LimitSchema = z.strictObject({
  most: z.number().int().min(1).max(10_000),
  minutes: z.number().int().min(1).max(1440),
});

export const SuspicionLimitsSchema = z.strictObject({
  burst: LimitSchema,
  'new-recipients': LimitSchema,
  'failed-sign-in': LimitSchema,
  'outside-text': LimitSchema,
});
export type SuspicionLimits = z.infer<typeof SuspicionLimitsSchema>;

/** One thing that was counted, so that the person can look at it. */
export const EvidenceSchema = z.object({
  at: InstantSchema,
  runId: z.string(),
  stepId: z.string(),
  /** Null where nothing was called: a rule refused it, or this very pause came first. */
  toolCallId: z.string().nullable(),
  says: z.string(),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

export const SuspicionSchema = z.object({
  id: z.string(),
  kind: SuspicionKindSchema,
  /** The pause that it set. */
  scope: z.string(),
  because: z.string(),
  /** The latest first. */
  evidence: z.array(EvidenceSchema),
  raisedAt: InstantSchema,
  confirmedAt: InstantSchema.nullable(),
});
export type Suspicion = z.infer<typeof SuspicionSchema>;
