import { z } from 'zod';
import { DecisionFactsSchema } from '#contract/model/decision-facts.ts';

/** The rule that decided, by its id, with the sentence that the person reads under *Why this?*. */
export const BecauseSchema = z.object({ rule: z.string(), says: z.string() });
export type Because = z.infer<typeof BecauseSchema>;

export const DecisionSchema = z.object({
  verdict: z.enum(['allow', 'ask', 'refuse']),
  because: z.array(BecauseSchema),
  /** Whether the person is told when it was done without asking. */
  notify: z.boolean(),
  /** What it was made from; absent where it was made before that was kept, and where nothing was asked of the rules. */
  facts: DecisionFactsSchema.optional(),
});
export type Decision = z.infer<typeof DecisionSchema>;
