import { acting, viewing } from '#contract/api/errors.ts';
import { ById, PageQuerySchema, pageOf } from '#contract/api/paging.ts';
import { ApprovalAnswerSchema, ApprovalSchema, ApprovalStatusSchema } from '#contract/model/approval.ts';

const tags = ['Approvals'];

export const approvals = {
  list: viewing
    .route({
      method: 'GET',
      path: '/approvals',
      summary: 'Everything that needed or needs your OK, newest first',
      tags,
    })
    .input(PageQuerySchema.extend({ status: ApprovalStatusSchema.optional() }))
    .output(pageOf(ApprovalSchema)),
  /** The first answer wins; the same answer again is answered with what stands. */
  decide: acting
    .route({ method: 'POST', path: '/approvals/{id}/decision', summary: 'Answer one approval', tags })
    .input(ApprovalAnswerSchema.extend(ById.shape))
    .output(ApprovalSchema),
};
