import { z } from 'zod';
import { ConflictSchema } from '#contract/model/conflict.ts';
import { EffectSchema } from '#contract/model/effect.ts';
import { JsonSchema } from '#contract/model/json.ts';
import { ProvenanceSchema } from '#contract/model/provenance.ts';
import { RiskTierSchema } from '#contract/model/risk-tier.ts';
import { SourceSchema } from '#contract/model/source.ts';

/** One line of the plain difference. `before` null: it is new. `after` null: it goes away. */
export const DifferenceSchema = z.object({
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Difference = z.infer<typeof DifferenceSchema>;

/** What an action says of itself, without a model: deterministic for the same input. */
export const ActionCardSchema = z.object({
  /** What will happen, in one sentence in the future or imperative: `Put “Dentist” in your calendar …`. */
  title: z.string(),
  differences: z.array(DifferenceSchema),
  /** How it can be taken back, in one plain sentence. */
  undo: z.string(),
});
export type ActionCard = z.infer<typeof ActionCardSchema>;

/** One argument as the person sees it, with where it came from. */
export const CardValueSchema = z.object({
  /**
   * JSON pointer into the step's arguments, such as `/to/0`. What the action takes from elsewhere than its arguments
   * (the address that a letter is answered to, say) has a place that begins with `effect/`, and can't be edited.
   */
  path: z.string(),
  label: z.string(),
  value: JsonSchema,
  provenance: ProvenanceSchema,
  /** What somebody else wrote and this came from, with its exact words; absent where nothing did. */
  sources: z.array(SourceSchema).optional(),
});
export type CardValue = z.infer<typeof CardValueSchema>;

/** Whose an address on the card is. */
export const CardPersonSchema = z.object({
  address: z.string(),
  /** As the person has saved it; null: it was saved when this was planned, and no longer is. */
  name: z.string().nullable(),
  /** A name in the sentence stood for it, so that the consent is to this address under this name. */
  isMeant: z.boolean(),
});
export type CardPerson = z.infer<typeof CardPersonSchema>;

/** The whole approval card: the action's own words, its effect, and the origin of every value. */
export const CardSchema = ActionCardSchema.extend({
  risk: RiskTierSchema,
  effect: EffectSchema,
  values: z.array(CardValueSchema),
  /** The addresses on it that are somebody’s whom the person has saved; absent where there are none. */
  people: z.array(CardPersonSchema).optional(),
  /** Absent where nothing stands in the way. */
  conflicts: z.array(ConflictSchema).optional(),
});
export type Card = z.infer<typeof CardSchema>;
