import { z } from 'zod';

const Count = z.number().int().min(0).max(100_000);
/** In the currency's minor unit. */
const Amount = z.number().int().min(0).max(100_000_000_000);

export const SpendingLimitSchema = z.strictObject({ perAction: Amount, perDay: Amount, perMonth: Amount });
export type SpendingLimit = z.infer<typeof SpendingLimitSchema>;

/** How much may be done before the person is asked about the amount itself. Days are their local days. */
export const LimitsSchema = z.strictObject({
  /** By currency. */
  spending: z.record(z.string().regex(/^[A-Z]{3}$/), SpendingLimitSchema),
  /** For a currency that `spending` does not name, in its own minor unit. */
  otherSpending: SpendingLimitSchema,
  /** Every recipient counts. */
  messagesPerDay: Count,
  postsPerDay: Count,
  applicationsPerDay: Count,
  /** Messages, posts or applications of one plan. */
  perPlan: Count,
});
export type Limits = z.infer<typeof LimitsSchema>;
