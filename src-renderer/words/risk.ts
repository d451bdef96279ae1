import { t } from '#contract/language/t.ts';
import type { RiskTier } from '#contract/model/risk-tier.ts';

export const riskWords: Readonly<Record<RiskTier, string>> = {
  L0: t`Just looking`,
  L1: t`Makes a draft`,
  L2: t`Changes something`,
  L3: t`Always needs you`,
};
