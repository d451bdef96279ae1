import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { acting, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { WritingNewsSchema } from '#contract/model/text-under-way.ts';

const tags = ['Workflows'];

export const writing = {
  /** Server-sent events beside the log: what has come so far at once, then what is added. Nothing of it is kept. */
  live: viewing
    .route({
      method: 'GET',
      path: '/workflows/{id}/writing',
      summary: 'What a model is writing for a run, word by word',
      tags,
    })
    .input(ById)
    .output(eventIterator(WritingNewsSchema)),
  /** What was written is thrown away, and the run goes on without it. */
  stop: acting
    .route({
      method: 'POST',
      path: '/workflows/{id}/writing/{writingId}/stop',
      summary: 'Stop a text that a model is writing',
      tags,
    })
    .input(ById.extend({ writingId: z.string() }))
    /** Whether there was still something to stop. */
    .output(z.object({ stopped: z.boolean() })),
};
