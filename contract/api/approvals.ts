import { z } from 'zod';
import { acting, owning, viewing } from '#contract/api/errors.ts';
import { ById, PageQuerySchema, pageOf } from '#contract/api/paging.ts';
import {
  AlwaysSchema,
  ApprovalAnswerSchema,
  ApprovalAnswersSchema,
  ApprovalSchema,
  ApprovalStatusSchema,
} from '#contract/model/approval.ts';
import { ApprovalPaceSchema } from '#contract/model/approval-pace.ts';
import { RuleOfferSchema } from '#contract/model/own-rule.ts';

const tags = ['Approvals'];

export const approvals = {
  list: viewing
    .route({
      method: 'GET',
      path: '/approvals',
      summary: 'Everything that needed or needs your OK',
      tags,
    })
    .input(
      PageQuerySchema.extend({
        status: ApprovalStatusSchema.optional(),
        order: z.enum(['newest', 'oldest']).default('newest'),
        /** The id of one that stands first, wherever it would come, if it is among them. */
        first: z.string().max(200).optional(),
      }),
    )
    .output(pageOf(ApprovalSchema).extend({ total: z.number().int() })),
  /** How often you were asked today, and whether the next card is to be read more slowly. */
  pace: viewing
    .route({ method: 'GET', path: '/approvals/pace', summary: 'How often you are asked', tags })
    .output(ApprovalPaceSchema),
  /** Empty where nothing could stand for the card without you. */
  offers: viewing
    .route({
      method: 'GET',
      path: '/approvals/{id}/rules',
      summary: 'Rules that would have let this through, the narrowest first',
      tags,
    })
    .input(ById)
    .output(z.object({ items: z.array(RuleOfferSchema) })),
  /** All of them in one go, or none: each with the digest that was seen. */
  decideMany: acting
    .route({ method: 'POST', path: '/approvals/decisions', summary: 'Answer several cards at once', tags })
    .input(ApprovalAnswersSchema)
    .output(z.object({ items: z.array(ApprovalSchema) })),
  /** “Always, but only …”: the card's yes and the rule in one go, or neither. */
  always: owning
    .route({ method: 'POST', path: '/approvals/{id}/always', summary: 'Approve, and make a rule of it', tags })
    .input(AlwaysSchema.extend(ById.shape))
    .output(ApprovalSchema),
  /** The first answer wins; the same answer again is answered with what stands. */
  decide: acting
    .route({ method: 'POST', path: '/approvals/{id}/decision', summary: 'Answer one approval', tags })
    .input(ApprovalAnswerSchema.extend(ById.shape))
    .output(ApprovalSchema),
};
