import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { CardSchema } from '#contract/model/card.ts';
import { BecauseSchema } from '#contract/model/decision.ts';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { LeftOutSchema, StepIdSchema } from '#contract/model/plan.ts';

/**
 * What one step will come to when nobody is there. `by-itself`: the rules allow it. `can-be-allowed`: it asks, unless
 * the person says yes to it once, now. `always-asks`: no standing yes reaches it. `not-known-yet`: what it would do
 * depends on what is found then, so it asks then. `refused`: a rule forbids it.
 */
export const ForeseenSchema = z.enum(['by-itself', 'can-be-allowed', 'always-asks', 'not-known-yet', 'refused']);
export type Foreseen = z.infer<typeof ForeseenSchema>;

export const RehearsedLineSchema = z.object({
  stepId: StepIdSchema,
  says: z.string(),
  action: ActionNameSchema,
  foreseen: ForeseenSchema,
  because: z.array(BecauseSchema),
  /** Null where it could not be prepared ahead. */
  card: CardSchema.nullable(),
  /** What a standing yes would be bound to; null unless `can-be-allowed`. */
  digest: z.string().nullable(),
  failure: FailureSchema.nullable(),
});
export type RehearsedLine = z.infer<typeof RehearsedLineSchema>;

/** The plan for the next occurrence, gone through up to its cards, with nothing done. */
export const RehearsalSchema = z.object({
  goal: z.string(),
  /** The next times, soonest first; empty for what waits for a happening. */
  nextRuns: z.array(InstantSchema),
  lines: z.array(RehearsedLineSchema),
  leftOut: z.array(LeftOutSchema),
});
export type Rehearsal = z.infer<typeof RehearsalSchema>;
