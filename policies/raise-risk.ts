import type { Effect } from '#contract/model/effect.ts';
import { highestRisk, type RiskTier } from '#contract/model/risk-tier.ts';
import type { Facts } from '#policies/facts.ts';

/** The declared risk, raised by what the effect says of itself, and to L3 for what nobody has described. */
export function raisedRisk({ tier, effect, known }: Pick<Facts, 'tier' | 'effect' | 'known'>): RiskTier {
  return highestRisk(
    tier,
    riskOfKind(effect.kind),
    riskOfAudience(effect.audience),
    known && !effect.money ? 'L0' : 'L3',
  );
}

function riskOfKind(kind: Effect['kind']): RiskTier {
  switch (kind) {
    case 'none':
      return 'L0';
    case 'draft':
    case 'file':
    case 'visit':
      return 'L1';
    case 'message':
    case 'event':
    case 'reminder':
    case 'setting':
      return 'L2';
    case 'post':
    case 'payment':
    case 'submission':
      return 'L3';
  }
}

function riskOfAudience(audience: Effect['audience']): RiskTier {
  switch (audience) {
    case 'nobody':
    case 'self':
      return 'L0';
    case 'known':
    case 'stranger':
    case 'public':
      return 'L2';
  }
}
