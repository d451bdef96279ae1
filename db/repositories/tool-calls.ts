import { and, eq, sql } from 'drizzle-orm';
import type { ToolCallStatus } from '#contract/model/tool-call.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { toolCalls } from '#db/schema/tool-calls.ts';

export type ToolCallRow = typeof toolCalls.$inferSelect;

export function insertToolCall(tx: Tx, call: ToolCallRow): void {
  tx.orm.insert(toolCalls).values(call).run();
}

export function updateToolCall(tx: Tx, id: string, change: Partial<ToolCallRow>): void {
  tx.orm.update(toolCalls).set(change).where(eq(toolCalls.id, id)).run();
}

export function findToolCall(orm: Orm, id: string): ToolCallRow | undefined {
  return orm.select().from(toolCalls).where(eq(toolCalls.id, id)).get();
}

/** The latest call of a step, whatever became of it. By its place in the table: a clock that is set back turns times and ids round. */
export function findLatestCall(orm: Orm, runId: string, stepId: string): ToolCallRow | undefined {
  return orm
    .select()
    .from(toolCalls)
    .where(and(eq(toolCalls.runId, runId), eq(toolCalls.stepId, stepId)))
    .orderBy(sql`rowid DESC`)
    .get();
}

/** In the order in which they were intended, whatever the clock said. */
export function listCallsOfRun(orm: Orm, runId: string): ToolCallRow[] {
  return orm.select().from(toolCalls).where(eq(toolCalls.runId, runId)).orderBy(sql`rowid`).all();
}

export function listCallsIn(orm: Orm, status: ToolCallStatus): ToolCallRow[] {
  return orm.select().from(toolCalls).where(eq(toolCalls.status, status)).all();
}

export function listRunningUndos(orm: Orm): ToolCallRow[] {
  return orm.select().from(toolCalls).where(eq(toolCalls.undoState, 'running')).all();
}
