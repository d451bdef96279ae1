import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { JsonSchema } from '#contract/model/json.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';

/** What a standing consent holds for, and nothing beside it. */
export const ConsentScopeSchema = z.object({
  action: ActionNameSchema,
  effect: EffectSchema.pick({ kind: true, audience: true, recipients: true, money: true, reversible: true }),
  tier: RiskTierSchema,
  /** The arguments as they were seen, each time and date in them replaced: those differ from one run to the next. */
  args: JsonSchema,
});
export type ConsentScope = z.infer<typeof ConsentScopeSchema>;

/** A yes that the person gave to one line of an automation for all its runs, until it ends or is taken back. */
export const StandingConsentSchema = z.object({
  id: z.string(),
  automationId: z.string(),
  /** The card's sentence, as the person read it. */
  says: z.string(),
  scope: ConsentScopeSchema,
  createdAt: InstantSchema,
  expiresAt: InstantSchema,
  revokedAt: InstantSchema.nullable(),
});
export type StandingConsent = z.infer<typeof StandingConsentSchema>;
