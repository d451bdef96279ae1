import { Temporal } from 'temporal-polyfill';
import { instantText, momentOf, wallOf } from '#connectors/sdk/local-time.ts';
import { readRule } from '#connectors/sdk/recurrence.ts';
import type { Instant } from '#contract/model/instant.ts';
import type { NewSchedule } from '#contract/model/schedule.ts';

/** The longest stretch of wall time that a zone ever skipped at once is a whole day (Samoa, 2011). */
const LONGEST_GAP = { hours: 25 };
/** More than a day's occurrences of anything that repeats hourly or slower. */
const MOST_TRIES = 5000;

/**
 * The first time after `after` (never at it) that this is due; null when it has ended. Wall time is
 * kept over changes of the clocks: one that is skipped moves forward, one that comes twice takes the
 * first. The start always counts as the first occurrence.
 */
export function nextOccurrence(
  { startsAt, timeZone, rrule }: Pick<NewSchedule, 'startsAt' | 'timeZone' | 'rrule'>,
  after: Instant,
): Instant | null {
  const start = Temporal.PlainDateTime.from(startsAt);
  const afterMoment = Temporal.Instant.from(after);
  const isLater = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, afterMoment) > 0;
  const first = momentOf(start, timeZone);
  if (isLater(first)) return instantText(first);
  if (rrule === null) return null;

  const rule = readRule(start, rrule, (moment) => wallOf(moment, timeZone));
  let wall = rule?.next(wallOf(afterMoment, timeZone).subtract(LONGEST_GAP)) ?? null;
  for (let tries = 0; wall !== null && tries < MOST_TRIES; tries += 1) {
    const moment = momentOf(wall, timeZone);
    if (isLater(moment)) return instantText(moment);
    wall = rule?.next(wall.add({ seconds: 1 })) ?? null;
  }
  return null;
}
