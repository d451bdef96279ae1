import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import { DomainSchema } from '#contract/model/domain.ts';

/** What a model is asked for; a model is chosen by the profiles that it serves. */
export const ModelProfileSchema = z.enum([
  'high_reasoning',
  'fast_structured',
  'longform',
  'realtime_voice',
  'batch',
  'embedding',
]);
export type ModelProfile = z.infer<typeof ModelProfileSchema>;

const CurrencySchema = z.string().regex(/^[A-Z]{3}$/, t`Say the currency in three letters, such as EUR.`);
/** In the currency's minor unit. */
const AmountSchema = z.number().int().min(0).max(100_000_000);
const RateSchema = z.number().min(0).max(1_000_000_000);

export const ProviderKindSchema = z.enum(['openai', 'ollama', 'compatible']);

/** Whom models are asked from. Keys are no part of it: they are kept as secrets, by the name in `secret`. */
export const ProviderSettingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, t`Use small letters, digits and hyphens for the name.`),
  kind: ProviderKindSchema,
  title: z.string().trim().min(1).max(60),
  /** Null: where this kind usually is. */
  baseUrl: z
    .url({ protocol: /^https?$/, error: t`That is no address of a server.` })
    .max(500)
    .nullable(),
  /** `auto`: used as soon as it can be, that is with its key, or where it is found on this computer. */
  use: z.enum(['auto', 'off']),
  /** The name of the secret that holds its key; null where it needs none. */
  secret: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,59}$/)
    .nullable(),
});
export type ProviderSetting = z.infer<typeof ProviderSettingSchema>;

/** For a million tokens, in the minor unit of `currency`; a part of a minor unit is fine. */
export const PriceSchema = z.strictObject({
  currency: CurrencySchema,
  input: RateSchema,
  cachedInput: RateSchema,
  output: RateSchema,
});
export type Price = z.infer<typeof PriceSchema>;

/** A model that may be asked; the order of the list is the order in which they are tried. */
export const ModelSettingSchema = z.strictObject({
  provider: z.string().max(40),
  name: z.string().trim().min(1).max(200),
  profiles: z.array(ModelProfileSchema).min(1),
  /** Null costs nothing: only for what runs on this computer. */
  price: PriceSchema.nullable(),
  /** Slow reasoning is asked in the background and looked up, where the provider can do that. */
  background: z.boolean().default(false),
});
export type ModelSetting = z.infer<typeof ModelSettingSchema>;

export const ModelPrivacySchema = z.strictObject({
  /** Parts of life that only models on this computer may see. */
  staysHere: z.array(DomainSchema).max(11),
  /** How long the text of a call can be looked at, in days. What it cost is kept. */
  keepDays: z.number().int().min(0).max(3650),
});

export const ModelBudgetSchema = z.strictObject({
  /** The person's own; both limits are in its minor unit. Days are their local days. */
  currency: CurrencySchema,
  perDay: AmountSchema,
  /** For each automation on its own, a day. */
  perAutomation: AmountSchema,
  /** What one minor unit of another currency comes to in this one's, such as `{ "USD": 0.93 }`. */
  rates: z.record(CurrencySchema, RateSchema),
});
export type ModelBudget = z.infer<typeof ModelBudgetSchema>;

/** When a model is no longer relied on: fewer than `passRate` of its last `lookAt` answers could be read. */
export const ModelWatchSchema = z.strictObject({
  lookAt: z.number().int().min(1).max(1000),
  /** Judged from so many answers on. */
  least: z.number().int().min(1).max(1000),
  passRate: z.number().min(0).max(1),
});

/** All that a person can set about models. */
export const ModelSettingsSchema = z.strictObject({
  providers: z.array(ProviderSettingSchema).max(20),
  models: z.array(ModelSettingSchema).max(100),
  privacy: ModelPrivacySchema,
  budget: ModelBudgetSchema,
  watch: ModelWatchSchema,
});
export type ModelSettings = z.infer<typeof ModelSettingsSchema>;
