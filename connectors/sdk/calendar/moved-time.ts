import { Temporal } from 'temporal-polyfill';
import { momentOf, wallOf } from '#connectors/sdk/local-time.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** Where to: another day, another time of day, or so much later, on the clock of `timeZone`. */
export type Move = {
  readonly date: string | null;
  readonly time: string | null;
  readonly byMinutes: number | null;
  readonly timeZone: TimeZone;
};

const MINUTES_A_DAY = 24 * 60;

/** The moment that a move leads to, from one. */
export function movedMoment(starts: Temporal.Instant, { date, time, byMinutes, timeZone }: Move): Temporal.Instant {
  if (byMinutes !== null) return starts.add({ minutes: byMinutes });
  const wall = wallOf(starts, timeZone);
  const day = date === null ? wall.toPlainDate() : Temporal.PlainDate.from(date);
  return momentOf(day.toPlainDateTime(time ?? wall.toPlainTime()), timeZone);
}

/** The day that a move leads to, from one; null when it is no number of days away. */
export function movedDay(day: Temporal.PlainDate, { date, byMinutes }: Move): Temporal.PlainDate | null {
  if (date !== null) return Temporal.PlainDate.from(date);
  if (byMinutes === null) return day;
  return byMinutes % MINUTES_A_DAY === 0 ? day.add({ days: byMinutes / MINUTES_A_DAY }) : null;
}
