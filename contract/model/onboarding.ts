import { z } from 'zod';
import { DomainSchema } from '#contract/model/domain.ts';

/** The screens of the first start, in their order: one decision on each. */
export const OnboardingStepSchema = z.enum([
  'welcome',
  'priorities',
  'connect',
  'autonomy',
  'guardrails',
  'first',
  'done',
]);
export type OnboardingStep = z.infer<typeof OnboardingStepSchema>;

/** What the person wants help with first; `everyday` is everyone's and is not asked. */
export const PrioritiesSchema = z.array(DomainSchema.exclude(['everyday'])).max(10);
export type Priority = z.infer<typeof PrioritiesSchema>[number];

export const OnboardingSchema = z.object({
  state: z.enum(['not-begun', 'under-way', 'put-off', 'finished']),
  /** Only for who is new here, and only until it was finished or put off once. */
  opensByItself: z.boolean(),
  /** Where it goes on. */
  at: OnboardingStepSchema,
  priorities: PrioritiesSchema,
  /** The first request that is carried out for real. */
  firstRunId: z.string().nullable(),
  /** Sentences for it, each of which can be taken back. */
  firstRequests: z.array(z.string()),
});
export type Onboarding = z.infer<typeof OnboardingSchema>;
