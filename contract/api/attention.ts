import { z } from 'zod';
import { acting, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { DeadLetterSchema, TriesSchema } from '#contract/model/dead-letter.ts';
import { FailureSchema } from '#contract/model/failure.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { StepIdSchema } from '#contract/model/plan.ts';

const tags = ['Needs a look'];

/** What only the person can decide, over all requests, and which services are out of order. */
export const AttentionSchema = z.object({
  /** Nobody can know whether these happened: the person says so (`settle` of the step). */
  unknown: z.array(
    z.object({
      runId: z.string(),
      stepId: StepIdSchema,
      /** The request that it belongs to, in the person's words. */
      intent: z.string(),
      action: ActionNameSchema,
      says: z.string(),
      service: z.string(),
      since: InstantSchema,
      /** Then it can no longer be done again. */
      runOver: z.boolean(),
      tries: TriesSchema,
    }),
  ),
  deadLetters: z.array(DeadLetterSchema),
  services: z.array(
    z.object({
      connector: z.string(),
      title: z.string(),
      since: InstantSchema,
      /** Until then nothing is sent to it. */
      triesAgainAt: InstantSchema,
      failure: FailureSchema,
      /** Steps that wait for it. */
      delayed: z.number().int(),
    }),
  ),
});
export type Attention = z.infer<typeof AttentionSchema>;

export const attention = {
  get: viewing
    .route({
      method: 'GET',
      path: '/attention',
      summary: 'What needs a look, and which services are out of order',
      tags,
    })
    .output(AttentionSchema),
  answerDeadLetter: acting
    .route({
      method: 'POST',
      path: '/dead-letters/{id}/decision',
      summary: 'Try again, or leave, what could not be done after several tries',
      tags,
    })
    .input(ById.extend({ decision: z.enum(['replay', 'discard']) }))
    .output(DeadLetterSchema),
};
