import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';

/** What a pause covers: everything, one run, or one connector. */
export const PauseScopeSchema = z.union([
  z.literal('everything'),
  z.templateLiteral(['run:', z.string()]),
  z.templateLiteral(['connector:', z.string()]),
]);
export type PauseScope = z.infer<typeof PauseScopeSchema>;

/** A pause is a fact in the database, not a state of a run; the claim of each effect checks it. */
export const PauseSchema = z.object({
  scope: PauseScopeSchema,
  since: InstantSchema,
  by: z.string(),
});
export type Pause = z.infer<typeof PauseSchema>;

/** What pressing Pause did, so that it can be believed. */
export const PauseReceiptSchema = z.object({
  paused: z.boolean(),
  since: InstantSchema.nullable(),
  /** Runs that were under way and now stand still. */
  stopped: z.array(z.string()),
  /** Effects whose request was already out; their outcome is written down when it arrives. */
  stillOut: z.array(z.object({ runId: z.string(), stepId: z.string() })),
});
export type PauseReceipt = z.infer<typeof PauseReceiptSchema>;
