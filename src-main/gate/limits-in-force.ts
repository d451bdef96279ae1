import { type Limits, LimitsSchema } from '#contract/model/limits.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';

/** Until the person sets their own: low enough that a plan gone wrong is noticed on its first day. */
export const CAREFUL_LIMITS: Limits = {
  spending: {},
  otherSpending: { perAction: 5_000, perDay: 10_000, perMonth: 30_000 },
  messagesPerDay: 20,
  postsPerDay: 3,
  applicationsPerDay: 10,
  perPlan: 10,
};

export type LimitsInForce = {
  readonly limits: Limits;
  /** Whether the person set them. */
  readonly chosen: boolean;
};

/** A stored value that cannot be read counts as none: then the careful ones hold. */
export function readLimits(orm: Orm): LimitsInForce {
  const stored = LimitsSchema.safeParse(findPolicy(orm, 'limits'));
  return stored.success ? { limits: stored.data, chosen: true } : { limits: CAREFUL_LIMITS, chosen: false };
}

export function saveLimits(tx: Tx, limits: Limits, now: string): void {
  savePolicy(tx, 'limits', limits, now);
}
