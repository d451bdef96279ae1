import { and, asc, eq, gt, gte, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Instant } from '#contract/model/instant.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { rowsOf } from '#db/rows-of.ts';
import { reservations } from '#db/schema/reservations.ts';

export type ReservationRow = typeof reservations.$inferSelect;
export type NewReservation = Omit<ReservationRow, 'id'>;
type StepKey = { readonly runId: string; readonly id: string };

const rows = rowsOf(reservations);
const listIn = rows.lister(['runId', 'stepId', 'state']);
const close = rows.updater(['runId', 'stepId', 'state']);

/** Calendar time is one bucket: there is one of the person. */
export const CALENDAR_TIME = 'time:calendar';

/** Who is looked past, and how far up the line somebody has to stand to count. */
type InLine = { readonly step: StepKey; readonly place: number; readonly now: Instant };

export function insertReservation(tx: Tx, row: NewReservation): void {
  tx.orm.insert(reservations).values(row).run();
}

export function updateReservation(tx: Tx, id: number, change: Partial<NewReservation>): void {
  tx.orm.update(reservations).set(change).where(eq(reservations.id, id)).run();
}

/** What a step holds, in the order of its places in line. Put in order here: it is seldom more than one. */
export const listHeld = (orm: Orm, { runId, id }: StepKey): ReservationRow[] =>
  listIn(orm, runId, id, 'held').sort((a, b) => a.id - b.id);

/** Every reservation that there ever was of a run, in the order in which they were made. */
export function listReservationsOfRun(orm: Orm, runId: string): ReservationRow[] {
  return orm.select().from(reservations).where(eq(reservations.runId, runId)).orderBy(asc(reservations.id)).all();
}

/** What all others have used of a bucket, and what those hold who are under way or stand further up in line. */
export function sumOfOthers(orm: Orm, bucket: string, line: InLine): { used: number; held: number } {
  const sumIn = (state: 'used' | 'held') =>
    sql<number>`coalesce(sum(case when ${reservations.state} = ${state} then ${reservations.amount} end), 0)`;
  const sums = orm
    .select({ used: sumIn('used'), held: sumIn('held') })
    .from(reservations)
    .where(and(eq(reservations.bucket, bucket), notOf(line.step), or(eq(reservations.state, 'used'), isAhead(line))))
    .get();
  return sums ?? { used: 0, held: 0 };
}

/**
 * The calendar time within a window that others hold, and that others took since `lookedAt`: what was
 * taken before that stands in the calendar that was looked at.
 */
export function listTimeOfOthers(
  orm: Orm,
  window: { readonly from: Instant; readonly until: Instant },
  line: InLine & { readonly lookedAt: Instant },
): ReservationRow[] {
  const takenSince = and(eq(reservations.state, 'used'), gte(reservations.settledAt, line.lookedAt));
  return orm
    .select()
    .from(reservations)
    .where(
      and(
        eq(reservations.bucket, CALENDAR_TIME),
        lt(reservations.from, window.until),
        gt(reservations.until, window.from),
        notOf(line.step),
        or(takenSince, isAhead(line)),
      ),
    )
    .orderBy(asc(reservations.from), asc(reservations.id))
    .all();
}

/** What a step holds was used, or is free again; what it has used can be given back. */
export function closeReservations(tx: Tx, step: StepKey, as: 'used' | 'released', now: Instant): void {
  const change = { state: as, settledAt: now };
  close(tx.orm, change, step.runId, step.id, 'held');
  if (as === 'released') close(tx.orm, change, step.runId, step.id, 'used');
}

const notOf = ({ runId, id }: StepKey) => or(ne(reservations.runId, runId), ne(reservations.stepId, id));

const isAhead = ({ place, now }: InLine) =>
  and(
    eq(reservations.state, 'held'),
    or(isNull(reservations.expiresAt), and(gt(reservations.expiresAt, now), lt(reservations.id, place))),
  );
