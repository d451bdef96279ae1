import { z } from 'zod';
import { acting } from '#contract/api/errors.ts';

const tags = ['Practice life'];
const StandsSchema = z.object({ open: z.boolean() });

export const practice = {
  /** Served under `/practice/api/v1` from then on: the same API, over made-up accounts in a folder of their own. */
  begin: acting
    .route({ method: 'POST', path: '/practice/begin', summary: 'Open the practice life', tags })
    .output(StandsSchema),
  /** Everything of it is deleted; the next time begins anew. */
  leave: acting
    .route({ method: 'POST', path: '/practice/leave', summary: 'Leave the practice life', tags })
    .output(StandsSchema),
};
