import { and, asc, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { ToolCallStatus } from '#contract/model/tool-call.ts';
import type { UndoState } from '#contract/model/undo.ts';
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

/** The latest call of a step, whatever became of it. */
export function findLatestCall(orm: Orm, runId: string, stepId: string): ToolCallRow | undefined {
  return orm
    .select()
    .from(toolCalls)
    .where(and(eq(toolCalls.runId, runId), eq(toolCalls.stepId, stepId)))
    .orderBy(desc(toolCalls.createdAt), desc(toolCalls.id))
    .get();
}

/** In the order in which they were intended; ids grow, also within one millisecond. */
export function listCallsOfRun(orm: Orm, runId: string): ToolCallRow[] {
  return orm
    .select()
    .from(toolCalls)
    .where(eq(toolCalls.runId, runId))
    .orderBy(asc(toolCalls.createdAt), asc(toolCalls.id))
    .all();
}

export function listCallsIn(orm: Orm, status: ToolCallStatus): ToolCallRow[] {
  return orm.select().from(toolCalls).where(eq(toolCalls.status, status)).all();
}

export function listCallsUndoing(orm: Orm, states: readonly UndoState[]): ToolCallRow[] {
  return orm
    .select()
    .from(toolCalls)
    .where(inArray(toolCalls.undoState, [...states]))
    .all();
}

/** Those whose outcome came to be known in this stretch, `to` not included. */
export function listCallsSettledBetween(orm: Orm, from: string, to: string): ToolCallRow[] {
  return orm
    .select()
    .from(toolCalls)
    .where(and(gte(toolCalls.settledAt, from), lt(toolCalls.settledAt, to)))
    .all();
}
