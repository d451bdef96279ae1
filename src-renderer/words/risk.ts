import type { RiskTier } from '#contract/model/risk-tier.ts';

export const riskWords: Readonly<Record<RiskTier, string>> = {
  L0: 'Just looking',
  L1: 'Makes a draft',
  L2: 'Changes something',
  L3: 'Always needs you',
};
