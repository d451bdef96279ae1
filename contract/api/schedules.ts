import { z } from 'zod';
import { viewing } from '#contract/api/errors.ts';
import { ScheduleSchema } from '#contract/model/schedule.ts';

export const schedules = {
  list: viewing
    .route({ method: 'GET', path: '/schedules', summary: 'Reminders that are set, soonest first', tags: ['Schedules'] })
    .output(z.object({ items: z.array(ScheduleSchema) })),
};
