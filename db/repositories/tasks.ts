import { eq } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { tasks } from '#db/schema/tasks.ts';

export type TaskRow = typeof tasks.$inferSelect;

export function insertTask(tx: Tx, task: TaskRow): void {
  tx.orm.insert(tasks).values(task).run();
}

export function findTaskByRequest(orm: Orm, requestId: string): TaskRow | undefined {
  return orm.select().from(tasks).where(eq(tasks.requestId, requestId)).get();
}
