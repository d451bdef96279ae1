import { z } from 'zod';
import {
  type ModelBudget,
  type ModelProfile,
  ModelProfileSchema,
  type ModelSettings,
  ModelSettingsSchema,
} from '#contract/model/model-settings.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';
import data from '#resources/models.json' with { type: 'json' };

const ProfileRuleSchema = z.object({
  maxOutputTokens: z.number().int().positive(),
  /** How long the first word may take, and the whole answer. */
  firstWordMs: z.number().positive(),
  wholeMs: z.number().positive(),
  effort: z.enum(['low', 'medium', 'high']),
  /** The profile whose models are asked when none of its own can be relied on. */
  instead: ModelProfileSchema.nullable(),
});
export type ProfileRule = z.infer<typeof ProfileRuleSchema>;

export const shippedSettings: ModelSettings = ModelSettingsSchema.parse(data.settings);

export const profileRules: Readonly<Record<ModelProfile, ProfileRule>> = z
  .record(ModelProfileSchema, ProfileRuleSchema)
  .parse(data.profiles);

export const usualAddress: Readonly<Record<string, string>> = data.usualAddress;

/** Each part that the person set, and what is shipped for the rest; a part that cannot be read counts as not set. */
export function readModelSettings(orm: Orm): ModelSettings {
  const stored = findPolicy(orm, 'models') ?? {};
  const { shape } = ModelSettingsSchema;
  const part = <Key extends keyof ModelSettings>(key: Key): ModelSettings[Key] => {
    const read = shape[key].safeParse(stored[key]);
    return read.success ? (read.data as ModelSettings[Key]) : shippedSettings[key];
  };
  return {
    providers: part('providers'),
    models: part('models'),
    privacy: part('privacy'),
    budget: part('budget'),
    watch: part('watch'),
  };
}

/** A part that is given replaces that part, or those fields of it; null puts what is shipped back. */
export function changedSettings(
  now: ModelSettings,
  change: {
    readonly providers?: ModelSettings['providers'] | null | undefined;
    readonly models?: ModelSettings['models'] | null | undefined;
    readonly privacy?: Partial<ModelSettings['privacy']> | null | undefined;
    readonly budget?: Partial<ModelSettings['budget']> | null | undefined;
    readonly watch?: Partial<ModelSettings['watch']> | null | undefined;
  },
): ModelSettings {
  const { providers, models, privacy, budget, watch } = change;
  return {
    providers: providers === null ? shippedSettings.providers : (providers ?? now.providers),
    models: models === null ? shippedSettings.models : (models ?? now.models),
    privacy: privacy === null ? shippedSettings.privacy : { ...now.privacy, ...privacy },
    budget: budget === null ? shippedSettings.budget : changedBudget(now.budget, budget ?? {}),
    watch: watch === null ? shippedSettings.watch : { ...now.watch, ...watch },
  };
}

/** Rates are into one currency: with another one they are void. */
function changedBudget(now: ModelBudget, change: Partial<ModelBudget>): ModelBudget {
  const isOther = change.currency !== undefined && change.currency !== now.currency;
  return { ...now, ...(isOther && { rates: {} }), ...change };
}

export function saveModelSettings(tx: Tx, settings: ModelSettings, now: string): void {
  savePolicy(tx, 'models', settings, now);
}
