import type { Instant } from '#contract/model/instant.ts';

const HOUR_MS = 3_600_000;

/**
 * The last due time at or before `now`, where `next` gives the one after a moment; `first` is due, and is it where
 * nothing came after.
 */
export function latestDue(next: (after: Instant) => Instant | null, first: Instant, now: Instant): Instant {
  // Looked for from now backwards in growing steps, so that a year of missed hours takes no longer than one.
  for (let hours = 1; ; hours *= 2) {
    const since = Date.parse(now) - hours * HOUR_MS;
    if (since <= Date.parse(first)) return lastFrom(next, first, now);
    const due = next(new Date(since).toISOString());
    if (due !== null && due <= now) return lastFrom(next, due, now);
  }
}

function lastFrom(next: (after: Instant) => Instant | null, due: Instant, now: Instant): Instant {
  let last = due;
  for (let each: Instant | null = due; each !== null && each <= now; each = next(each)) last = each;
  return last;
}
