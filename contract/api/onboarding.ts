import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { OnboardingSchema, OnboardingStepSchema, PrioritiesSchema } from '#contract/model/onboarding.ts';

const tags = ['Onboarding'];

export const onboarding = {
  get: viewing
    .route({ method: 'GET', path: '/onboarding', summary: 'How far the first start has come', tags })
    .output(OnboardingSchema),
  /** What is not named stays as it is. Begins it, also again, when it is not under way. */
  move: owning
    .route({ method: 'PUT', path: '/onboarding', summary: 'Go to a screen of the first start', tags })
    .input(
      z.strictObject({
        at: OnboardingStepSchema,
        priorities: PrioritiesSchema.optional(),
        firstRunId: z.string().min(1).max(200).nullable().optional(),
      }),
    )
    .output(OnboardingSchema),
  /** Put off, it can be gone on with at any time; neither opens by itself again. */
  end: owning
    .route({ method: 'POST', path: '/onboarding/end', summary: 'Finish the first start, or do it later', tags })
    .input(z.strictObject({ how: z.enum(['finished', 'put-off']) }))
    .output(OnboardingSchema),
};
