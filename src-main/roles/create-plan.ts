import { z } from 'zod';
import { DomainSchema } from '#contract/model/domain.ts';
import type { Result } from '#contract/model/result.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import type { Demand } from '#main/model-router/choose-profile.ts';
import type { ModelRouter } from '#main/model-router/model-router.ts';
import type { ModelName } from '#main/model-router/reliance.ts';
import type { AskedFor, Prompt } from '#main/roles/asked-for.ts';

/** What a model answers. Flat and without optional fields, as strict structured output wants it. */
export const PlanAnswerSchema = z.strictObject({
  outcome: z.enum(['plan', 'question', 'cannot']),
  goal: z.string(),
  /** The question; empty for a plan. */
  says: z.string(),
  choices: z.array(z.string()),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      says: z.string(),
      action: z.string(),
      /** The arguments as JSON text: their shape differs from action to action. */
      args: z.string(),
      dependsOn: z.array(z.string()),
      risk: RiskTierSchema,
      confidence: z.number(),
      domain: DomainSchema,
    }),
  ),
  leftOut: z.array(z.strictObject({ text: z.string(), says: z.string() })),
});
export type PlanAnswer = z.infer<typeof PlanAnswerSchema>;

/** All that a plan is made from. */
export type PlanContext = AskedFor & {
  readonly prompt: Prompt;
  /** The sentence and what belongs to it, as JSON. */
  readonly input: string;
  readonly demand: Demand;
  /** What was read is in it, which no model sees that is not on this computer. */
  readonly onlyHere?: boolean;
  /** Only to try this model out, also when it is not relied on. */
  readonly tryOut?: ModelName;
  /** What is wrong with an answer of the right shape, so that the model can mend it. */
  check(answer: PlanAnswer): readonly string[];
};

/** Has a plan made, of actions that there are and of nothing else; it is a proposal, and nothing of it is done by this. */
export async function createPlan(
  router: Pick<ModelRouter, 'ask'>,
  { check, tryOut, ...about }: PlanContext,
): Promise<Result<PlanAnswer>> {
  const purpose = tryOut === undefined ? 'plan' : 'try-out';
  const only = tryOut && { only: tryOut };
  const answered = await router.ask({ ...about, purpose, ...only }, { name: 'plan', schema: PlanAnswerSchema, check });
  return answered.ok ? { ok: true, value: answered.value.value } : answered;
}
