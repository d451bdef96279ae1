import { asc, count, eq } from 'drizzle-orm';
import type { DeadLetterStatus } from '#contract/model/dead-letter.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { deadLetters } from '#db/schema/dead-letters.ts';

export type DeadLetterRow = typeof deadLetters.$inferSelect;

const rows = rowsOf(deadLetters);
const update = rows.updater(['id']);

export function insertDeadLetter(tx: Tx, letter: DeadLetterRow): void {
  rows.insert(tx.orm, letter);
}

export const findDeadLetter: (orm: Orm, id: string) => DeadLetterRow | undefined = rows.finder(['id']);

/** The one of this step that waits for the person, if any. */
export const findWaitingLetter = (orm: Orm, runId: string, stepId: string): DeadLetterRow | undefined =>
  findLetterIn(orm, runId, stepId, 'waiting');

const findLetterIn = rows.finder(['runId', 'stepId', 'status']);

export function updateDeadLetter(tx: Tx, id: string, change: Partial<DeadLetterRow>): void {
  update(tx.orm, change, id);
}

/** Oldest first. */
export function listDeadLetters(orm: Orm, status: DeadLetterStatus, limit: number): DeadLetterRow[] {
  return orm
    .select()
    .from(deadLetters)
    .where(eq(deadLetters.status, status))
    .orderBy(asc(deadLetters.createdAt), asc(deadLetters.id))
    .limit(limit)
    .all();
}

export function countDeadLetters(orm: Orm, status: DeadLetterStatus): number {
  return orm.select({ n: count() }).from(deadLetters).where(eq(deadLetters.status, status)).get()?.n ?? 0;
}
