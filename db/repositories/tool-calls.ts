import { sql } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { toolCalls } from '#db/schema/tool-calls.ts';

export type ToolCallRow = typeof toolCalls.$inferSelect;

const rows = rowsOf(toolCalls);
const update = rows.updater(['id']);
const updateIn = rows.updater(['id', 'status']);

export function insertToolCall(tx: Tx, call: ToolCallRow): void {
  rows.insert(tx.orm, call);
}

export function updateToolCall(tx: Tx, id: string, change: Partial<ToolCallRow>): void {
  update(tx.orm, change, id);
}

/** Changes a call only if its outcome is still open; false when somebody came first. */
export const settleToolCall = (tx: Tx, id: string, change: Partial<ToolCallRow>): boolean =>
  updateIn(tx.orm, change, id, 'intended') === 1;

export const findToolCall: (orm: Orm, id: string) => ToolCallRow | undefined = rows.finder(['id']);

/** The latest call of a step, whatever became of it. */
export const findLatestCall: (orm: Orm, runId: string, stepId: string) => ToolCallRow | undefined = rows.finder(
  ['runId', 'stepId'],
  'ORDER BY created_at DESC, id DESC',
);

export const listCallsOfStep: (orm: Orm, runId: string, stepId: string) => ToolCallRow[] = rows.lister(
  ['runId', 'stepId'],
  'ORDER BY created_at, id',
);

/** In the order in which they were intended; ids grow, also within one millisecond. */
export const listCallsOfRun: (orm: Orm, runId: string) => ToolCallRow[] = rows.lister(
  ['runId'],
  'ORDER BY created_at, id',
);

/** Calls that are out, or whose outcome nobody knows. The status is written out, so that the partial index is used. */
export function listCallsIn(orm: Orm, status: 'intended' | 'unknown'): ToolCallRow[] {
  return orm.select().from(toolCalls).where(statusIs[status]).all();
}

const statusIs = { intended: sql`status = 'intended'`, unknown: sql`status = 'unknown'` };

export function listRunningUndos(orm: Orm): ToolCallRow[] {
  return orm.select().from(toolCalls).where(sql`undo_state = 'running'`).all();
}
