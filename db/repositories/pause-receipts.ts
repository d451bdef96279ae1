import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { PauseScope } from '#contract/model/pause.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { pauseReceipts } from '#db/schema/pause-receipts.ts';
import { toolCalls } from '#db/schema/tool-calls.ts';
import { workflowSteps } from '#db/schema/workflow-steps.ts';

export type PauseReceiptRow = typeof pauseReceipts.$inferSelect;

export function insertPauseReceipt(tx: Tx, receipt: PauseReceiptRow): void {
  tx.orm.insert(pauseReceipts).values(receipt).run();
}

export function markReceiptsLifted(tx: Tx, scope: PauseScope, liftedAt: string): void {
  tx.orm
    .update(pauseReceipts)
    .set({ liftedAt })
    .where(and(eq(pauseReceipts.scope, scope), isNull(pauseReceipts.liftedAt)))
    .run();
}

/** Of the pause that was set last, also when it is lifted by now. */
export function findLastPauseReceipt(orm: Orm): PauseReceiptRow | undefined {
  return orm.select().from(pauseReceipts).orderBy(desc(pauseReceipts.epoch)).limit(1).get();
}

/** The calls of a receipt as they stand now, each with what its step says. */
export function listReceiptCalls(orm: Orm, { out }: PauseReceiptRow) {
  return orm
    .select({
      runId: toolCalls.runId,
      stepId: toolCalls.stepId,
      says: workflowSteps.name,
      status: toolCalls.status,
    })
    .from(toolCalls)
    .innerJoin(workflowSteps, and(eq(workflowSteps.runId, toolCalls.runId), eq(workflowSteps.id, toolCalls.stepId)))
    .where(inArray(toolCalls.id, [...out]))
    .all();
}
