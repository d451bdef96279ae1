import { z } from 'zod';
import { acting, viewing } from '#contract/api/errors.ts';
import { PauseReceiptSchema, PauseScopeSchema, ResumeSchema } from '#contract/model/pause.ts';

const tags = ['Pause'];

export const pause = {
  get: viewing
    .route({ method: 'GET', path: '/pause', summary: 'What is paused, what that did, and what would go on', tags })
    .output(PauseReceiptSchema),
  everything: acting
    .route({
      method: 'POST',
      path: '/pause',
      summary: 'Start nothing new from this moment on, also after a restart; all of it, or one scope',
      tags,
    })
    .input(z.strictObject({ scope: PauseScopeSchema.default('everything') }).optional())
    .output(PauseReceiptSchema),
  resume: acting
    .route({ method: 'POST', path: '/resume', summary: 'Let what is named go on, and nothing else', tags })
    .input(ResumeSchema)
    .output(PauseReceiptSchema),
};
