import { AutonomySchema } from '#contract/model/autonomy.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { RoleSchema } from '#contract/model/role.ts';
import type { Question } from '#policies/facts.ts';

const kinds = new Set<string>(EffectSchema.shape.kind.options);
const audiences = new Set<string>(EffectSchema.shape.audience.options);
const waysBack = new Set<string>(EffectSchema.shape.reversible.options);
const tiers = new Set<string>(RiskTierSchema.options);
const levels = new Set<string>(AutonomySchema.options);
const roles = new Set<string>(RoleSchema.options);

/** Whether the facts are such as the schema of the rules allows. Others are left to Cedar, which refuses them. */
export function isReadable(question: Question): boolean {
  const { effect, tier, autonomy, role, approved, paused, firstWeek, known, replanned, foreignPlan, shadow } = question;
  const { confidence, circumstances } = question;
  return (
    [approved, paused, firstWeek, known, replanned, foreignPlan, shadow].every((each) => typeof each === 'boolean') &&
    tiers.has(tier) &&
    levels.has(autonomy) &&
    roles.has(role) &&
    Number.isFinite(confidence) &&
    Object.values(circumstances).every(Number.isSafeInteger) &&
    isEffect(effect)
  );
}

function isEffect(effect: Question['effect'] | undefined): boolean {
  if (effect === undefined) return false;
  const { kind, audience, reversible, recipients, money } = effect;
  return (
    kinds.has(kind) &&
    audiences.has(audience) &&
    waysBack.has(reversible) &&
    recipients.every((each) => typeof each === 'string') &&
    (money === undefined || (Number.isSafeInteger(money.minor) && typeof money.currency === 'string'))
  );
}
