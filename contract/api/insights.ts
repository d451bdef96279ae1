import { z } from 'zod';
import { viewing } from '#contract/api/errors.ts';
import { InsightsSchema } from '#contract/model/insights.ts';

const WEEKS = 8;
const MOST_WEEKS = 53;

export const insights = {
  get: viewing
    .route({ method: 'GET', path: '/insights', summary: 'How it went, week by week', tags: ['Insights'] })
    .input(z.strictObject({ weeks: z.coerce.number().int().min(1).max(MOST_WEEKS).default(WEEKS) }))
    .output(InsightsSchema),
};
