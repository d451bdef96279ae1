import { door } from '#main/api/door.ts';
import { submitTask } from '#main/orchestrator/submit-task.ts';

export const tasks = {
  submit: door.tasks.submit.handler(async ({ input, context: { engine, actor, role } }) => {
    const { task, run } = await submitTask(engine, input, { actor, role });
    const { id, intent, priority, createdAt } = task;
    return { id, runId: run.id, intent, priority, createdAt, state: run.state };
  }),
};
