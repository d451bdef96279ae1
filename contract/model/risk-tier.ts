import { z } from 'zod';

/**
 * L0 just looks, L1 makes a draft, L2 changes something, L3 always needs the person (section 10.2 of
 * the specification). The codes never reach the screen.
 */
export const RiskTierSchema = z.enum(['L0', 'L1', 'L2', 'L3']);
export type RiskTier = z.infer<typeof RiskTierSchema>;

/** The higher of the given tiers. Risk can be raised by anyone and lowered by nobody. */
export function highestRisk(first: RiskTier, ...others: readonly RiskTier[]): RiskTier {
  return others.reduce((highest, tier) => (tier > highest ? tier : highest), first);
}
