import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { StepIdSchema } from '#contract/model/plan.ts';

export const DeadLetterStatusSchema = z.enum(['waiting', 'replayed', 'discarded']);
export type DeadLetterStatus = z.infer<typeof DeadLetterStatusSchema>;

/** Every try of a step, oldest first. `failure` is null where none is known of. */
export const TriesSchema = z.array(z.object({ at: InstantSchema, failure: FailureSchema.nullable() }));
export type Tries = z.infer<typeof TriesSchema>;

/** A step that could not be done after several tries. It waits for the person: try again, or leave it. */
export const DeadLetterSchema = z.object({
  id: z.string(),
  runId: z.string(),
  stepId: StepIdSchema,
  /** The request that it belongs to, in the person's words. */
  intent: z.string(),
  /** What the step would do, in plain words. */
  says: z.string(),
  action: ActionNameSchema,
  failure: FailureSchema,
  status: DeadLetterStatusSchema,
  createdAt: InstantSchema,
  tries: TriesSchema,
});
export type DeadLetter = z.infer<typeof DeadLetterSchema>;
