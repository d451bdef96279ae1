import { Temporal } from 'temporal-polyfill';
import type { Obstacle } from '#contract/model/conflict.ts';
import type { Instant, TimeZone } from '#contract/model/instant.ts';

/**
 * When there is room again at the latest: earlier only if something that is counted is left or taken back.
 * Null where waiting does not help: for what is over the limit by itself, and for anything but a limit of a
 * day or a month.
 */
export function whenThereIsRoom(obstacles: readonly Obstacle[], timeZone: TimeZone): Instant | null {
  const moments = obstacles.map((obstacle) => {
    const isTooMuchByItself = obstacle.kind === 'limit' && obstacle.amount > obstacle.limit;
    return obstacle.kind === 'time' || isTooMuchByItself ? null : beginsAnewAt(obstacle.bucket, timeZone);
  });
  if (moments.includes(null)) return null;
  return moments.toSorted().at(-1) ?? null;
}

function beginsAnewAt(bucket: string, timeZone: TimeZone): Instant | null {
  const [, day] = /:day:(\d{4}-\d{2}-\d{2})$/.exec(bucket) ?? [];
  const [, month] = /:month:(\d{4}-\d{2})$/.exec(bucket) ?? [];
  if (day !== undefined) return startOf(Temporal.PlainDate.from(day).add({ days: 1 }), timeZone);
  if (month === undefined) return null;
  return startOf(Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }).add({ months: 1 }), timeZone);
}

const startOf = (date: Temporal.PlainDate, timeZone: TimeZone): Instant =>
  date.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' });
