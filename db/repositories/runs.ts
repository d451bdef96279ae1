import { and, count, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { RunState } from '#contract/model/run.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { workflowRuns } from '#db/schema/workflow-runs.ts';

export type RunRow = typeof workflowRuns.$inferSelect;

const rows = rowsOf(workflowRuns);
const update = rows.updater(['id']);

export function insertRun(tx: Tx, run: RunRow): void {
  rows.insert(tx.orm, run);
}

export const findRun: (orm: Orm, id: string) => RunRow | undefined = rows.finder(['id']);

/** Only its state: what is asked before every effect. */
export const findRunState: (orm: Orm, id: string) => RunState | undefined = rows.picker('state', ['id']);

export const findRunOfTask: (orm: Orm, taskId: string) => RunRow | undefined = rows.finder(['taskId']);

/** The latest run that an automation began. */
export function findLastRunOf(orm: Orm, automationId: string): RunRow | undefined {
  return orm
    .select()
    .from(workflowRuns)
    .where(eq(workflowRuns.automationId, automationId))
    .orderBy(desc(workflowRuns.createdAt), desc(workflowRuns.id))
    .limit(1)
    .get();
}

/** How many runs an automation has begun since then. */
export function countRunsOf(orm: Orm, automationId: string, since: string): number {
  const row = orm
    .select({ n: count() })
    .from(workflowRuns)
    .where(and(eq(workflowRuns.automationId, automationId), gte(workflowRuns.createdAt, since)))
    .get();
  return row?.n ?? 0;
}

export function updateRun(tx: Tx, id: string, change: Partial<RunRow> & { updatedAt: string }): void {
  update(tx.orm, change, id);
}

/** Marks every run that is not over: what they did after the backup is not known to a restored database. */
export function doubtRunsIn(tx: Tx, states: readonly RunState[], inDoubtSince: number): void {
  tx.orm
    .update(workflowRuns)
    .set({ inDoubtSince })
    .where(inArray(workflowRuns.state, [...states]))
    .run();
}

export function listRunsIn(orm: Orm, states: readonly RunState[]): RunRow[] {
  return orm
    .select()
    .from(workflowRuns)
    .where(inArray(workflowRuns.state, [...states]))
    .all();
}

export function countRunsIn(orm: Orm, states: readonly RunState[]): number {
  const row = orm
    .select({ n: count() })
    .from(workflowRuns)
    .where(inArray(workflowRuns.state, [...states]))
    .get();
  return row?.n ?? 0;
}

/** Newest first; `after` is the last row of the page before. */
export function listRuns(
  orm: Orm,
  query: { state?: RunState; limit: number; after?: { createdAt: string; id: string } },
): RunRow[] {
  const conditions: (SQL | undefined)[] = [];
  if (query.state) conditions.push(eq(workflowRuns.state, query.state));
  if (query.after) {
    const { createdAt, id } = query.after;
    conditions.push(
      or(lt(workflowRuns.createdAt, createdAt), and(eq(workflowRuns.createdAt, createdAt), lt(workflowRuns.id, id))),
    );
  }
  return orm
    .select()
    .from(workflowRuns)
    .where(and(...conditions))
    .orderBy(desc(workflowRuns.createdAt), desc(workflowRuns.id))
    .limit(query.limit)
    .all();
}

export type RunToFind = Pick<RunRow, 'id' | 'intent' | 'goal' | 'createdAt' | 'updatedAt'>;

/** What was asked for and done since then, to be found again by its words. */
export function listRunsToFind(orm: Orm, since: string): RunToFind[] {
  const { id, intent, goal, createdAt, updatedAt } = workflowRuns;
  return orm
    .select({ id, intent, goal, createdAt, updatedAt })
    .from(workflowRuns)
    .where(and(gte(createdAt, since), eq(workflowRuns.state, 'completed'), eq(workflowRuns.shadow, false)))
    .all();
}
