import { z } from 'zod';
import { acting, viewing } from '#contract/api/errors.ts';
import { ById } from '#contract/api/paging.ts';
import { UndoForecastSchema, UndoRequestSchema, UndoTargetSchema } from '#contract/model/undo.ts';

const tags = ['Undo'];
const OnTarget = z.strictObject({ target: UndoTargetSchema });

export const undo = {
  /** Compares and touches nothing. What can't be taken back comes first, then the rest in the order of taking back. */
  preview: viewing
    .route({ method: 'POST', path: '/undo/preview', summary: 'What would be taken back, and what can’t be', tags })
    .input(OnTarget)
    .output(z.object({ items: z.array(UndoForecastSchema) })),
  /** Written down as a whole first. Asked for twice while it is under way, it is one and the same. */
  request: acting
    .route({ method: 'POST', path: '/undo', summary: 'Take back a step, a run or a day', tags })
    .input(OnTarget)
    .output(UndoRequestSchema),
  get: viewing
    .route({ method: 'GET', path: '/undo/{id}', summary: 'How far taking something back has come', tags })
    .input(ById)
    .output(UndoRequestSchema),
};
