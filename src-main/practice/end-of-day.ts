import type { Instant } from '#contract/model/instant.ts';

const DAY_MS = 86_400_000;

/**
 * The end of the day (UTC) that comes so many days after now. The same for the whole of a day: a deadline that moved on
 * with every look would be another one than the person said yes to.
 */
export const endOfDay = (now: Instant, daysAhead: number): Instant =>
  new Date((Math.floor(Date.parse(now) / DAY_MS) + 1 + daysAhead) * DAY_MS).toISOString();
