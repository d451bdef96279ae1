import { type SuspicionLimits, SuspicionLimitsSchema } from '#contract/model/suspicion.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';

/**
 * Far beyond a busy day of one person, and small beside what something that runs wild does in the same
 * time: one plan has at most 500 steps, and what the person said yes to is no burst.
 */
export const USUAL_LIMITS: SuspicionLimits = {
  burst: { most: 600, minutes: 10 },
  'new-recipients': { most: 100, minutes: 10 },
  'failed-sign-in': { most: 10, minutes: 60 },
  'outside-text': { most: 10, minutes: 60 },
};

/** What the person chose. A stored value that cannot be read counts as the usual limits. */
export function readSuspicionLimits(orm: Orm): SuspicionLimits {
  const stored = SuspicionLimitsSchema.safeParse(findPolicy(orm, 'suspicion'));
  return stored.success ? stored.data : USUAL_LIMITS;
}

export function saveSuspicionLimits(tx: Tx, limits: SuspicionLimits, now: string): void {
  savePolicy(tx, 'suspicion', limits, now);
}
