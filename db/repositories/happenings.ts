import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Happening } from '#contract/model/happening.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { happenings } from '#db/schema/happenings.ts';

type HappeningRow = typeof happenings.$inferSelect;

/** The same item reported again keeps the first report. */
export function insertHappening(tx: Tx, happening: Happening, reportedAt: string): void {
  tx.orm
    .insert(happenings)
    .values({ ...happening, reportedAt, matchedAt: null })
    .onConflictDoNothing()
    .run();
}

/** Those that no automation was looked for yet, in the order in which they were reported. */
export function listUnmatchedHappenings(orm: Orm, most: number): HappeningRow[] {
  return orm
    .select()
    .from(happenings)
    .where(isNull(happenings.matchedAt))
    .orderBy(asc(happenings.reportedAt), asc(happenings.itemId))
    .limit(most)
    .all();
}

export function markHappeningMatched(tx: Tx, of: Happening, matchedAt: string): void {
  tx.orm
    .update(happenings)
    .set({ matchedAt })
    .where(and(eq(happenings.connector, of.connector), eq(happenings.kind, of.kind), eq(happenings.itemId, of.itemId)))
    .run();
}
