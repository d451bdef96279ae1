import { z } from 'zod';
import { procedure } from '#contract/api/errors.ts';
import { ScheduleSchema } from '#contract/model/schedule.ts';

export const schedules = {
  list: procedure
    .route({ method: 'GET', path: '/schedules', summary: 'Reminders that are set, soonest first', tags: ['Schedules'] })
    .output(z.object({ items: z.array(ScheduleSchema) })),
};
