import { and, asc, count, desc, eq, gt, gte, lt, lte, or, type SQL } from 'drizzle-orm';
import type { Approval, ApprovalStatus } from '#contract/model/approval.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { approvals } from '#db/schema/approvals.ts';

const rows = rowsOf(approvals);
const update = rows.updater(['id']);

export function insertApproval(tx: Tx, approval: Approval): void {
  rows.insert(tx.orm, approval);
}

export const findApproval: (orm: Orm, id: string) => Approval | undefined = rows.finder(['id']);

export function updateApproval(tx: Tx, id: string, change: Partial<Approval>): void {
  update(tx.orm, change, id);
}

/** In the order in which they were asked, whatever the clock said. */
export const listApprovalsOfRun: (orm: Orm, runId: string) => Approval[] = rows.lister(['runId'], 'ORDER BY rowid');

/** In the order in which they were asked, since this instant. */
export function listApprovalsSince(orm: Orm, instant: string): Approval[] {
  return orm
    .select()
    .from(approvals)
    .where(gte(approvals.createdAt, instant))
    .orderBy(asc(approvals.createdAt), asc(approvals.id))
    .all();
}

/** Of one status, or all there ever were. */
export function countApprovals(orm: Orm, status?: ApprovalStatus): number {
  const some = status === undefined ? undefined : eq(approvals.status, status);
  return orm.select({ n: count() }).from(approvals).where(some).get()?.n ?? 0;
}

export function listWaitingUntil(orm: Orm, instant: string): Approval[] {
  return orm
    .select()
    .from(approvals)
    .where(and(eq(approvals.status, 'waiting'), lte(approvals.expiresAt, instant)))
    .all();
}

/** `after` is the last row of the page before. */
export function listApprovals(
  orm: Orm,
  query: {
    status?: ApprovalStatus;
    limit: number;
    order: 'newest' | 'oldest';
    after?: { createdAt: string; id: string };
  },
): Approval[] {
  const [along, beyond] = query.order === 'newest' ? [desc, lt] : [asc, gt];
  const conditions: (SQL | undefined)[] = [];
  if (query.status) conditions.push(eq(approvals.status, query.status));
  if (query.after) {
    const { createdAt, id } = query.after;
    conditions.push(
      or(beyond(approvals.createdAt, createdAt), and(eq(approvals.createdAt, createdAt), beyond(approvals.id, id))),
    );
  }
  return orm
    .select()
    .from(approvals)
    .where(and(...conditions))
    .orderBy(along(approvals.createdAt), along(approvals.id))
    .limit(query.limit)
    .all();
}
