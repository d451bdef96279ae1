import { and, count, desc, eq, gte, inArray, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Provenance } from '#contract/model/provenance.ts';
import type { UndoState } from '#contract/model/undo.ts';
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

/** The latest call of a step, whatever became of it. By its place in the table: a clock that is set back turns times and ids round. */
export const findLatestCall: (orm: Orm, runId: string, stepId: string) => ToolCallRow | undefined = rows.finder(
  ['runId', 'stepId'],
  'ORDER BY rowid DESC',
);

export const listCallsOfStep: (orm: Orm, runId: string, stepId: string) => ToolCallRow[] = rows.lister(
  ['runId', 'stepId'],
  'ORDER BY rowid',
);

/** So many calls are looked through for texts: with a long history, the rest is too old to show a habit. */
const LOOKED_THROUGH = 2_000;

/** Texts of drafts and messages that were done lately, the newest first, each with all that had a part in its call. */
export function listWrittenTexts(
  orm: Orm,
  atMost: number,
): { readonly text: string; readonly provenance: Provenance }[] {
  const { args, effect, provenance, status, settledAt } = toolCalls;
  const lately = orm
    .select({ args, effect, provenance, status })
    .from(toolCalls)
    .where(isNotNull(settledAt))
    .orderBy(desc(settledAt))
    .limit(LOOKED_THROUGH)
    .as('lately');
  const text = sql<string>`json_extract(${lately.args}, '$.body')`;
  const isWriting = sql`json_extract(${lately.effect}, '$.kind') IN ('draft', 'message') AND ${text} IS NOT NULL`;
  return orm
    .select({ text, provenance: lately.provenance })
    .from(lately)
    .where(and(eq(lately.status, 'happened'), isWriting))
    .limit(atMost)
    .all();
}

/** In the order in which they were intended, whatever the clock said. */
export const listCallsOfRun: (orm: Orm, runId: string) => ToolCallRow[] = rows.lister(['runId'], 'ORDER BY rowid');

/** Calls that are out, or whose outcome nobody knows. The status is written out, so that the partial index is used. */
export function listCallsIn(orm: Orm, status: 'intended' | 'unknown'): ToolCallRow[] {
  return orm.select().from(toolCalls).where(statusIs[status]).all();
}

const statusIs = { intended: sql`status = 'intended'`, unknown: sql`status = 'unknown'` };
/** Said as its partial index says it: nearly no call was ever taken back. */
export function listCallsUndoing(orm: Orm, states: readonly UndoState[]): ToolCallRow[] {
  return orm
    .select()
    .from(toolCalls)
    .where(and(sql`undo_state <> 'none'`, inArray(toolCalls.undoState, [...states])))
    .all();
}

/** How often an action did something since then, or is out with it: all but the calls of one step. */
export function countDoneSince(
  orm: Orm,
  action: string,
  since: string,
  except: { readonly runId: string; readonly id: string },
): number {
  const notOfStep = or(ne(toolCalls.runId, except.runId), ne(toolCalls.stepId, except.id));
  const countOf = (where: SQL | undefined): number =>
    orm
      .select({ n: count() })
      .from(toolCalls)
      .where(and(where, eq(toolCalls.action, action), notOfStep))
      .get()?.n ?? 0;
  const happened = and(gte(toolCalls.settledAt, since), eq(toolCalls.status, 'happened'));
  return countOf(happened) + countOf(statusIs.intended) + countOf(statusIs.unknown);
}

/** Those whose outcome came to be known in this stretch, `to` not included. */
export function listCallsSettledBetween(orm: Orm, from: string, to: string): ToolCallRow[] {
  return orm
    .select()
    .from(toolCalls)
    .where(and(gte(toolCalls.settledAt, from), lt(toolCalls.settledAt, to)))
    .all();
}

/** What the person was told of each step that was done, in order. */
export const listReportsOfRun = (orm: Orm, runId: string): string[] =>
  listCallsOfRun(orm, runId).flatMap(({ report }) => (report === null ? [] : [report.says, ...report.lines]));

/** Calls of an action that came to their end before then and still hold what stood there before. */
export function listStillHolding(orm: Orm, action: string, settledBefore: string): ToolCallRow[] {
  const holds = sql`before_json IS NOT NULL AND before_json <> 'null'`;
  return orm
    .select()
    .from(toolCalls)
    .where(and(eq(toolCalls.action, action), lt(toolCalls.settledAt, settledBefore), holds))
    .all();
}
