import type { Obstacle, TimeObstacle } from '#contract/model/conflict.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { Instant } from '#contract/model/instant.ts';
import { isSameTime, overlap, type Stretch, type TakenTime } from '#contract/model/stretch.ts';
import type { Orm } from '#db/open-database.ts';
import { findOwner } from '#db/repositories/people.ts';
import {
  CALENDAR_TIME,
  insertReservation,
  listHeld,
  listTimeOfOthers,
  type NewReservation,
  type ReservationRow,
  sumOfOthers,
  updateReservation,
} from '#db/repositories/reservations.ts';
import type { JournalTx } from '#main/events/journal.ts';
import { isLimited, type LimitClaim, limitClaims } from '#main/gate/limit-claims.ts';
import { readLimits } from '#main/gate/limits-in-force.ts';

/** A step with what it would take, and what stood in the calendar when that was looked at. */
export type Reserving = {
  readonly step: { readonly runId: string; readonly id: string };
  readonly effect: Effect;
  readonly taken: readonly TakenTime[];
  readonly lookedAt: Instant;
};

/** Behind everybody who has a place in line. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * What stands in the way of an effect, beside all that others have done, are doing, or hold further up
 * in line: whoever asked first is not put off by who came after them. Reads in the given transaction.
 */
export function findObstacles(orm: Orm, reserving: Reserving, now: Instant): readonly Obstacle[] {
  const claims = claimsOf(orm, reserving, now);
  const stretches = stretchesOf(reserving.effect);
  if (claims.length === 0 && stretches.length === 0) return [];
  const mine = listHeld(orm, reserving.step);
  const placeIn = (bucket: string) => mine.find((row) => row.bucket === bucket)?.id ?? LAST;
  const lineFor = (bucket: string) => ({ step: reserving.step, place: placeIn(bucket), now });
  const obstacles: Obstacle[] = [];
  for (const { bucket, amount, limit } of claims) {
    const { used, held } = sumOfOthers(orm, bucket, lineFor(bucket));
    const total = used + held + amount;
    if (total > limit) obstacles.push({ kind: 'limit', bucket, limit, total, amount, stillWaiting: held });
  }
  const [first] = stretches;
  if (first === undefined) return obstacles;
  const window = {
    from: stretches.reduce((earliest, { from }) => (from < earliest ? from : earliest), first.from),
    until: stretches.reduce((latest, { until }) => (until > latest ? until : latest), first.until),
  };
  const line = { ...lineFor(CALENDAR_TIME), lookedAt: reserving.lookedAt };
  const time = timeObstacle(reserving, listTimeOfOthers(orm, window, line));
  return time === null ? obstacles : [...obstacles, time];
}

/** All calendar time that others hold within a window, whatever it would stand in the way of. */
export function listTimeHeldByOthers(
  orm: Orm,
  { step, lookedAt }: Reserving,
  window: { readonly from: Instant; readonly until: Instant },
  now: Instant,
): readonly Stretch[] {
  const line = { step, place: LAST, now, lookedAt };
  return listTimeOfOthers(orm, window, line).map(takenTimeOf);
}

/**
 * Holds a place in each bucket for a step; what it holds already keeps its place in line, and what it
 * needs no longer is free again. `until` null: from now on it is held until it is known what came of it.
 */
export function holdPlaces(tx: JournalTx, reserving: Reserving, until: Instant | null): void {
  const { step } = reserving;
  const standing = listHeld(tx.orm, step);
  const wanted = wantedRows(tx, reserving, until);
  for (const row of standing) {
    const again = wanted.some((each) => isSamePlace(row, each));
    updateReservation(tx, row.id, again ? { expiresAt: until } : { state: 'released', settledAt: tx.now });
  }
  for (const row of wanted) if (!standing.some((each) => isSamePlace(each, row))) insertReservation(tx, row);
}

function wantedRows(tx: JournalTx, reserving: Reserving, until: Instant | null): NewReservation[] {
  const { step, effect } = reserving;
  const row: Omit<NewReservation, 'bucket'> = {
    amount: null,
    from: null,
    until: null,
    allDay: false,
    title: null,
    item: null,
    runId: step.runId,
    stepId: step.id,
    state: 'held',
    createdAt: tx.now,
    expiresAt: until,
    settledAt: null,
  };
  const amounts = claimsOf(tx.orm, reserving, tx.now).map(({ bucket, amount }) => ({ ...row, bucket, amount }));
  const { title = null, item = null } = effect.takesTime ?? {};
  const times = stretchesOf(effect).map((stretch) => ({ ...row, ...stretch, bucket: CALENDAR_TIME, title, item }));
  return [...amounts, ...times];
}

const isSamePlace = (one: NewReservation, other: NewReservation): boolean =>
  one.bucket === other.bucket &&
  one.amount === other.amount &&
  one.from === other.from &&
  one.until === other.until &&
  one.title === other.title;

function claimsOf(orm: Orm, { step, effect }: Reserving, now: Instant): readonly LimitClaim[] {
  if (!isLimited(effect)) return [];
  const timeZone = findOwner(orm)?.timeZone ?? 'UTC';
  return limitClaims(effect, readLimits(orm).limits, { step, now, timeZone });
}

const stretchesOf = ({ takesTime }: Effect): readonly Stretch[] => takesTime?.stretches ?? [];

function timeObstacle({ step, effect, taken }: Reserving, rows: readonly ReservationRow[]): TimeObstacle | null {
  const item = effect.takesTime?.item ?? null;
  const ofOthers = rows.filter((row) => row.item === null || row.item !== item);
  const all: TimeObstacle['others'] = [
    ...taken.map((time) => ({ ...time, by: 'calendar' as const })),
    ...ofOthers.map((row) => ({
      ...takenTimeOf(row),
      by: row.runId === step.runId ? ('this-plan' as const) : ('another-plan' as const),
    })),
  ];
  const stretches = stretchesOf(effect);
  const inTheWay = all.filter((other) => stretches.some((stretch) => overlap(stretch, other)));
  // What has just come into the calendar can still stand among the reservations.
  const others = inTheWay.filter((other, index) => inTheWay.findIndex((each) => isSameTime(each, other)) === index);
  others.sort((a, b) => a.from.localeCompare(b.from));
  return others.length === 0 ? null : { kind: 'time', others };
}

const takenTimeOf = ({ title, from, until, allDay }: ReservationRow): TakenTime => ({
  title: title ?? '',
  from: from ?? '',
  until: until ?? '',
  allDay,
});
