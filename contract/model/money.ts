import { z } from 'zod';

/** An amount in the currency's minor unit (cents), so that no amount is ever a fraction. */
export const MoneySchema = z.object({
  minor: z.number().int(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = z.infer<typeof MoneySchema>;
