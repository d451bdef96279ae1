import { z } from 'zod';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { ModelProfileSchema } from '#contract/model/model-settings.ts';

/**
 * What a model is asked to do. `read`: to pick values out of what somebody else wrote. `try-out`: whether it can be
 * relied on (again). `embed`: where texts lie among others. `listen`: to write down what the person says.
 */
export const ModelPurposeSchema = z.enum([
  'plan',
  'arguments',
  'read',
  'write',
  'validate',
  'try-out',
  'embed',
  'listen',
]);
export type ModelPurpose = z.infer<typeof ModelPurposeSchema>;

/**
 * `invalid`: what came back could not be used. `stopped`: nobody waited for it any more. `no-budget`: it was not asked,
 * because the budget is used up. `interrupted`: the app ended meanwhile. Null while it is out.
 */
export const ModelOutcomeSchema = z.enum([
  'answered',
  'invalid',
  'refused',
  'failed',
  'stopped',
  'no-budget',
  'interrupted',
]);
export type ModelOutcome = z.infer<typeof ModelOutcomeSchema>;

/** Word for word what the model was given. */
export const SentTextSchema = z.object({ instructions: z.string(), input: z.string(), schema: z.string().nullable() });
export type SentText = z.infer<typeof SentTextSchema>;

/** In millionths of the currency's minor unit, as a call seldom costs a whole cent. */
export const ModelCostSchema = z.object({ millionths: z.number().int(), currency: z.string() });
export type ModelCost = z.infer<typeof ModelCostSchema>;

export const ModelCallSchema = z.object({
  id: z.string(),
  at: InstantSchema,
  runId: z.string().nullable(),
  automationId: z.string().nullable(),
  purpose: ModelPurposeSchema,
  profile: ModelProfileSchema,
  provider: z.string(),
  model: z.string(),
  /** Whether what was sent left this computer. */
  left: z.boolean(),
  /** Which texts it was instructed with. */
  prompt: z.string(),
  /** From 1; more are further tries for the same question. */
  attempt: z.number().int(),
  outcome: ModelOutcomeSchema.nullable(),
  failure: FailureSchema.nullable(),
  inputTokens: z.number().int().nullable(),
  cachedTokens: z.number().int().nullable(),
  outputTokens: z.number().int().nullable(),
  /** While it is out: what is reserved for it. */
  cost: ModelCostSchema,
  milliseconds: z.number().int().nullable(),
  /** Null where nothing was sent, or once `keptUntil` has passed. */
  sent: SentTextSchema.nullable(),
  answer: z.string().nullable(),
  keptUntil: InstantSchema,
});
export type ModelCall = z.infer<typeof ModelCallSchema>;
