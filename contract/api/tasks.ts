import { requesting } from '#contract/api/errors.ts';
import { RunStateSchema } from '#contract/model/run.ts';
import { NewTaskSchema, TaskSchema } from '#contract/model/task.ts';

export const tasks = {
  /** Takes a sentence. It is stored before this answers; planning and work go on behind it. */
  submit: requesting
    .route({ method: 'POST', path: '/tasks', successStatus: 201, summary: 'Say what you want done', tags: ['Tasks'] })
    .input(NewTaskSchema)
    .output(TaskSchema.extend({ state: RunStateSchema })),
};
