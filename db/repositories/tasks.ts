import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { tasks } from '#db/schema/tasks.ts';

export type TaskRow = typeof tasks.$inferSelect;

const rows = rowsOf(tasks);

export function insertTask(tx: Tx, task: TaskRow): void {
  rows.insert(tx.orm, task);
}

const findByRequest = rows.finder(['requestId']);

export const findTaskByRequest = (orm: Orm, requestId: string): TaskRow | undefined => findByRequest(orm, requestId);
