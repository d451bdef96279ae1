import { z } from 'zod';

/** The rule that decided, by its id, with the sentence that the person reads under *Why this?*. */
export const BecauseSchema = z.object({ rule: z.string(), says: z.string() });
export type Because = z.infer<typeof BecauseSchema>;

export const DecisionSchema = z.object({
  verdict: z.enum(['allow', 'ask', 'refuse']),
  because: z.array(BecauseSchema),
  /** Whether the person is told when it was done without asking. */
  notify: z.boolean(),
});
export type Decision = z.infer<typeof DecisionSchema>;

/** The three autonomy levels of section 4.2, in the order of how much is asked. */
export const AutonomySchema = z.enum(['ask-everything', 'ask-important', 'run-safe']);
export type Autonomy = z.infer<typeof AutonomySchema>;
