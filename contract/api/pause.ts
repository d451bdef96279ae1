import { procedure } from '#contract/api/errors.ts';
import { PauseReceiptSchema } from '#contract/model/pause.ts';

const tags = ['Pause'];

export const pause = {
  get: procedure
    .route({ method: 'GET', path: '/pause', summary: 'Whether everything is paused', tags })
    .output(PauseReceiptSchema),
  everything: procedure
    .route({
      method: 'POST',
      path: '/pause',
      summary: 'Start nothing new from this moment on, also after a restart',
      tags,
    })
    .output(PauseReceiptSchema),
  resume: procedure
    .route({ method: 'POST', path: '/resume', summary: 'Let work go on', tags })
    .output(PauseReceiptSchema),
};
