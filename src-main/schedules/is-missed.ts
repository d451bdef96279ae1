import type { Instant } from '#contract/model/instant.ts';

/** Later than this, something was missed (the computer slept or was off) and is treated as such. */
const GRACE_MS = 5 * 60_000;

export const isMissed = (dueAt: Instant, now: Instant): boolean => Date.parse(now) - Date.parse(dueAt) > GRACE_MS;
