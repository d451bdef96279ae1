import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql, sum } from 'drizzle-orm';
import type { Instant } from '#contract/model/instant.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { modelCalls } from '#db/schema/model-calls.ts';

export type ModelCallRow = typeof modelCalls.$inferSelect;
type Wanted = { readonly runId?: string | undefined; readonly automationId?: string | undefined };

const rows = rowsOf(modelCalls);
const updateById = rows.updater(['id']);
const findById = rows.finder(['id']);

export const insertModelCall = (tx: Tx, row: ModelCallRow): void => rows.insert(tx.orm, row);

export function updateModelCall(tx: Tx, id: string, change: Partial<ModelCallRow>): void {
  updateById(tx.orm, change, id);
}

export const findModelCall = (orm: Orm, id: string): ModelCallRow | undefined => findById(orm, id);

/** What a day's calls cost, and what is reserved for those that are out; of one automation, or of all. */
export function sumOfDay(orm: Orm, day: string, currency: string, automationId?: string): number {
  const conditions: SQL[] = [eq(modelCalls.day, day), eq(modelCalls.currency, currency)];
  if (automationId !== undefined) conditions.push(eq(modelCalls.automationId, automationId));
  const found = orm
    .select({ total: sum(modelCalls.cost) })
    .from(modelCalls)
    .where(and(...conditions))
    .get();
  return Number(found?.total ?? 0);
}

/** The newest first; `before` is the id of the last one seen, and ids grow with time. */
export function listModelCalls(orm: Orm, wanted: Wanted, limit: number, before?: string): ModelCallRow[] {
  return orm
    .select()
    .from(modelCalls)
    .where(and(...conditionsOf(wanted), ...(before === undefined ? [] : [lt(modelCalls.id, before)])))
    .orderBy(desc(modelCalls.id))
    .limit(limit)
    .all();
}

/** By currency: what was really asked, and what that cost. A call that no budget was left for is none. */
export function costsOfModelCalls(
  orm: Orm,
  wanted: Wanted,
): { readonly currency: string; readonly millionths: number; readonly calls: number }[] {
  return orm
    .select({ currency: modelCalls.currency, millionths: sum(modelCalls.cost), calls: count() })
    .from(modelCalls)
    .where(and(...conditionsOf(wanted), or(isNull(modelCalls.outcome), ne(modelCalls.outcome, 'no-budget'))))
    .groupBy(modelCalls.currency)
    .all()
    .map(({ currency, millionths, calls }) => ({ currency, millionths: Number(millionths ?? 0), calls }));
}

/** Whether the last answers of a model could be used, the newest first. */
export function listVerdicts(
  orm: Orm,
  { provider, model }: { readonly provider: string; readonly model: string },
  since: Instant,
  limit: number,
): boolean[] {
  return orm
    .select({ outcome: modelCalls.outcome })
    .from(modelCalls)
    .where(
      and(
        eq(modelCalls.provider, provider),
        eq(modelCalls.model, model),
        gt(modelCalls.createdAt, since),
        inArray(modelCalls.outcome, ['answered', 'invalid']),
      ),
    )
    .orderBy(desc(modelCalls.id))
    .limit(limit)
    .all()
    .map(({ outcome }) => outcome === 'answered');
}

/** What was out when an earlier process ended. What it cost is not known, so what was reserved stays counted. */
export function closeInterrupted(tx: Tx): void {
  tx.orm.update(modelCalls).set({ outcome: 'interrupted' }).where(isNull(modelCalls.outcome)).run();
}

/** Texts whose time is over; what was asked of whom, and its cost, stay. */
export function forgetTexts(tx: Tx, now: Instant): void {
  tx.orm
    .update(modelCalls)
    .set({ sent: null, answer: null })
    .where(and(lt(modelCalls.keptUntil, now), isNotNull(modelCalls.sent)))
    .run();
}

/** The person wants texts kept another time than before: that holds for those that are here already too. */
export function keepTextsFor(tx: Tx, days: number): void {
  const until = sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${modelCalls.createdAt}, ${`+${days} days`})`;
  tx.orm.update(modelCalls).set({ keptUntil: until }).where(isNotNull(modelCalls.sent)).run();
}

function conditionsOf({ runId, automationId }: Wanted): SQL[] {
  const conditions: SQL[] = [];
  if (runId !== undefined) conditions.push(eq(modelCalls.runId, runId));
  if (automationId !== undefined) conditions.push(eq(modelCalls.automationId, automationId));
  return conditions;
}
