import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { ById, PageQuerySchema, pageOf } from '#contract/api/paging.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { ModelCallSchema, ModelCostSchema } from '#contract/model/model-call.ts';
import { ModelProfileSchema, ModelSettingsSchema } from '#contract/model/model-settings.ts';

const tags = ['Models'];

/** How a provider stands: whether it can be asked, and why not in one plain sentence. */
const ProviderStandingSchema = z.object({
  id: z.string(),
  title: z.string(),
  ready: z.boolean(),
  /** Whether it wants a key at all. */
  needsKey: z.boolean(),
  /** Whether one is there. */
  hasKey: z.boolean(),
  says: z.string(),
  /** Whether it runs on this computer, so that nothing leaves. */
  onThisComputer: z.boolean(),
  /** What it offers, where it was asked. */
  offers: z.array(z.string()),
});

export const ModelsSchema = z.object({
  settings: ModelSettingsSchema,
  providers: z.array(ProviderStandingSchema),
  /** Which models are asked for what, in order; empty: only what is built in. */
  asked: z.array(z.object({ profile: ModelProfileSchema, models: z.array(z.string()) })),
  /** Models that are not relied on, because too few of their last answers could be read. */
  notReliedOn: z.array(z.object({ model: z.string(), since: InstantSchema, says: z.string() })),
  spentToday: ModelCostSchema,
});
export type Models = z.infer<typeof ModelsSchema>;

const CallsQuerySchema = PageQuerySchema.extend({
  runId: z.string().max(100).optional(),
  automationId: z.string().max(100).optional(),
});

export const models = {
  get: viewing
    .route({ method: 'GET', path: '/models', summary: 'Models, whom they are asked from, privacy and budget', tags })
    .output(ModelsSchema),
  /** Each part that is given replaces that part; null puts what is shipped back. */
  update: owning
    .route({ method: 'PUT', path: '/models', summary: 'Change models, privacy or budget', tags })
    .input(
      z.strictObject({
        providers: ModelSettingsSchema.shape.providers.nullish(),
        models: ModelSettingsSchema.shape.models.nullish(),
        privacy: ModelSettingsSchema.shape.privacy.partial().nullish(),
        budget: ModelSettingsSchema.shape.budget.partial().nullish(),
        watch: ModelSettingsSchema.shape.watch.partial().nullish(),
      }),
    )
    .output(ModelsSchema),
  /** Kept where passwords are, and never told again. Null takes it away. */
  keepKey: owning
    .route({ method: 'PUT', path: '/models/keys/{id}', summary: 'Keep the key of a provider of models', tags })
    .input(ById.extend({ key: z.string().trim().min(1).max(1_000).nullable() }))
    .output(ModelsSchema),
  calls: viewing
    .route({ method: 'GET', path: '/models/calls', summary: 'What was sent to models, call by call', tags })
    .input(CallsQuerySchema)
    .output(
      pageOf(ModelCallSchema).extend({
        /** Of all calls of that plan or automation, or of all there are; one for each currency. */
        costs: z.array(ModelCostSchema.extend({ calls: z.number().int() })),
      }),
    ),
  /** It costs what its questions cost. A model that answers all of them is relied on again. */
  tryOut: owning
    .route({ method: 'POST', path: '/models/try-out', summary: 'Try the models out on known questions', tags })
    .output(
      z.object({
        items: z.array(
          z.object({ model: z.string(), passed: z.number().int(), of: z.number().int(), says: z.string() }),
        ),
      }),
    ),
};
