import { z } from 'zod';
import { viewing } from '#contract/api/errors.ts';
import { InstantSchema, TimeZoneSchema } from '#contract/model/instant.ts';
import { UnderstandingSchema } from '#contract/model/understanding.ts';

const LONGEST = 4000;

export const understand = {
  /** Reads a sentence and changes nothing: what is wanted, when, and for how much. */
  read: viewing
    .route({
      method: 'POST',
      path: '/understand',
      summary: 'See how a sentence is understood',
      tags: ['Understanding'],
    })
    .input(
      z.object({
        text: z.string().max(LONGEST),
        /** “Tomorrow” is the day after this; the computer's clock where it is absent. */
        now: InstantSchema.optional(),
        timeZone: TimeZoneSchema.optional(),
      }),
    )
    .output(UnderstandingSchema),
};
