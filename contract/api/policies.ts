import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { AutonomySchema } from '#contract/model/decision.ts';
import { LimitsSchema } from '#contract/model/limits.ts';
import { HoldSecondsSchema, PolicySchema } from '#contract/model/policy.ts';
import { SimulationSchema, TriedRulesSchema } from '#contract/model/simulation.ts';
import { SuspicionLimitsSchema } from '#contract/model/suspicion.ts';

const tags = ['Policies'];

export const policies = {
  list: viewing
    .route({ method: 'GET', path: '/policies', summary: 'The rules in force', tags })
    .output(z.object({ items: z.array(PolicySchema) })),
  update: owning
    .route({ method: 'PUT', path: '/policies/{id}', summary: 'Change a rule that is yours to change', tags })
    .input(
      ById.extend({
        autonomy: AutonomySchema.optional(),
        enabled: z.boolean().optional(),
        suspicion: SuspicionLimitsSchema.partial().optional(),
        limits: LimitsSchema.optional(),
        holdSeconds: HoldSecondsSchema.optional(),
      }),
    )
    .output(PolicySchema),
  /** Saves nothing. */
  simulate: viewing
    .route({
      method: 'POST',
      path: '/policies/simulate',
      summary: 'What these rules would have changed lately',
      tags,
    })
    .input(TriedRulesSchema)
    .output(SimulationSchema),
};
