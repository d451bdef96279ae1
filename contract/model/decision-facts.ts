import { z } from 'zod';
import { AutonomySchema } from '#contract/model/autonomy.ts';
import { DomainSchema } from '#contract/model/domain.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import { ProvenanceSchema } from '#contract/model/provenance.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { RoleSchema } from '#contract/model/role.ts';

/**
 * What a decision was made from, as it stands in the log: everything that the rules were told beside the action. What
 * is usual is left out: the part of life when it is `everyday`, certainty when it is 1, and what is not so.
 */
export const DecisionFactsSchema = z.object({
  /** As raised by what it would do. */
  tier: RiskTierSchema,
  effect: EffectSchema.pick({ kind: true, audience: true, reversible: true }).extend(
    EffectSchema.pick({ recipients: true, money: true }).partial().shape,
  ),
  level: AutonomySchema,
  role: RoleSchema,
  domain: DomainSchema.optional(),
  confidence: z.number().optional(),
  automation: z.string().optional(),
  firstWeek: z.literal(true).optional(),
  paused: z.literal(true).optional(),
  shadow: z.literal(true).optional(),
  /** The tool is not in the catalogue. */
  unknown: z.literal(true).optional(),
  /** It was planned after something was read. */
  replanned: z.literal(true).optional(),
  /** A value that outside text had a part in stood in the plan itself. */
  foreignPlan: z.literal(true).optional(),
  /** A yes to exactly this stood. */
  approved: z.literal(true).optional(),
  /** Where each value came from that decides who receives what. */
  origins: z.record(z.string(), ProvenanceSchema).optional(),
  /** What a rule in force looked at beside: the hour, and what was done before. */
  circumstances: z.record(z.string(), z.number()).optional(),
});
export type DecisionFacts = z.infer<typeof DecisionFactsSchema>;
