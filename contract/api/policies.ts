import { z } from 'zod';
import { owning, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { AutonomySchema } from '#contract/model/autonomy.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { LimitsSchema } from '#contract/model/limits.ts';
import {
  NewRuleSchema,
  OwnRuleSchema,
  RuleSuggestionSchema,
  RuleTemplateSchema,
  SetAsideSchema,
} from '#contract/model/own-rule.ts';
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
  templates: viewing
    .route({ method: 'GET', path: '/policies/templates', summary: 'Sentences that a rule can be made from', tags })
    .output(z.object({ items: z.array(RuleTemplateSchema) })),
  rules: viewing
    .route({ method: 'GET', path: '/policies/rules', summary: 'Your own rules, the oldest first', tags })
    .output(z.object({ items: z.array(OwnRuleSchema) })),
  /** One that can't be read is refused with its line, and what was in force stays in force. */
  addRule: owning
    .route({ method: 'POST', path: '/policies/rules', successStatus: 201, summary: 'Make a rule of your own', tags })
    .input(NewRuleSchema)
    .output(OwnRuleSchema),
  removeRule: owning
    .route({ method: 'DELETE', path: '/policies/rules/{id}', summary: 'Take a rule of your own away', tags })
    .input(ById)
    .output(z.object({ items: z.array(OwnRuleSchema) })),
  /** An override: it wants the rule's sentence typed out, is written down, and ends by itself within a day. */
  setAside: owning
    .route({ method: 'POST', path: '/policies/set-aside', summary: 'Set a rule aside for a while', tags })
    .input(SetAsideSchema)
    .output(z.object({ until: InstantSchema })),
  putBack: owning
    .route({ method: 'DELETE', path: '/policies/set-aside/{id}', summary: 'Put a rule in force again', tags })
    .input(ById)
    .output(z.object({ items: z.array(OwnRuleSchema) })),
  suggestions: viewing
    .route({ method: 'GET', path: '/policies/suggestions', summary: 'Rules that your answers speak for', tags })
    .output(z.object({ items: z.array(RuleSuggestionSchema) })),
  refuseSuggestion: owning
    .route({
      method: 'POST',
      path: '/policies/suggestions/refused',
      summary: 'Never suggest this again',
      tags,
    })
    .input(z.strictObject({ key: z.string().min(1).max(200) }))
    .output(z.object({ items: z.array(RuleSuggestionSchema) })),
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
