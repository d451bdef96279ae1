import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { ownRules } from '#db/schema/own-rules.ts';
import { setAsideRules } from '#db/schema/set-aside-rules.ts';

export type OwnRuleRow = typeof ownRules.$inferSelect;
export type SetAsideRow = typeof setAsideRules.$inferSelect;

const rules = rowsOf(ownRules);
const asides = rowsOf(setAsideRules);

export function insertOwnRule(tx: Tx, rule: OwnRuleRow): void {
  rules.insert(tx.orm, rule);
}

export const findOwnRule: (orm: Orm, id: string) => OwnRuleRow | undefined = rules.finder(['id']);

export function endOwnRule(tx: Tx, id: string, endedAt: string): void {
  tx.orm.update(ownRules).set({ endedAt }).where(eq(ownRules.id, id)).run();
}

/** Those that hold at `now`, the oldest first. */
export function listOwnRules(orm: Orm, now: string): OwnRuleRow[] {
  return orm
    .select()
    .from(ownRules)
    .where(and(isNull(ownRules.endedAt), or(isNull(ownRules.expiresAt), gt(ownRules.expiresAt, now))))
    .orderBy(asc(ownRules.createdAt), asc(ownRules.id))
    .all();
}

export function insertSetAside(tx: Tx, row: SetAsideRow): void {
  asides.insert(tx.orm, row);
}

export function endSetAside(tx: Tx, ruleId: string, endedAt: string): void {
  const standing = and(eq(setAsideRules.ruleId, ruleId), isNull(setAsideRules.endedAt));
  tx.orm.update(setAsideRules).set({ endedAt }).where(standing).run();
}

/** What is set aside at `now`. */
export function listSetAside(orm: Orm, now: string): SetAsideRow[] {
  return orm
    .select()
    .from(setAsideRules)
    .where(and(isNull(setAsideRules.endedAt), gt(setAsideRules.expiresAt, now)))
    .orderBy(asc(setAsideRules.createdAt), asc(setAsideRules.id))
    .all();
}
