import { z } from 'zod';
import { type Autonomy, AutonomySchema } from '#contract/model/autonomy.ts';
import { InstantSchema } from '#contract/model/instant.ts';
import { HoldSecondsSchema } from '#contract/model/policy.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';

const FIRST_WEEK_DAYS = 7;
const FirstWeekSchema = z.object({ enabled: z.boolean(), until: InstantSchema });
export type FirstWeek = z.infer<typeof FirstWeekSchema>;

/** What the person chose. A stored value that cannot be read counts as the most careful choice. */
export function readAutonomy(orm: Orm): Autonomy {
  const stored = findPolicy(orm, 'autonomy');
  if (!stored) return 'ask-important';
  const level = AutonomySchema.safeParse(stored.level);
  return level.success ? level.data : 'ask-everything';
}

export function saveAutonomy(tx: Tx, level: Autonomy, now: string): void {
  savePolicy(tx, 'autonomy', { level }, now);
}

/** The week after the first start, in which everything that changes something is asked. */
export function readFirstWeek(orm: Orm, startedAt: string): FirstWeek {
  const stored = FirstWeekSchema.safeParse(findPolicy(orm, 'first-week'));
  if (stored.success) return stored.data;
  return { enabled: true, until: new Date(Date.parse(startedAt) + FIRST_WEEK_DAYS * 86_400_000).toISOString() };
}

export function saveFirstWeek(tx: Tx, value: FirstWeek, now: string): void {
  savePolicy(tx, 'first-week', value, now);
}

const HOLD_SECONDS = 20;
const HoldSchema = z.object({ seconds: HoldSecondsSchema });

/** How long a message can be called off before it leaves. A stored value that cannot be read counts as the default. */
export function readHoldSeconds(orm: Orm): number {
  const stored = HoldSchema.safeParse(findPolicy(orm, 'hold'));
  return stored.success ? stored.data.seconds : HOLD_SECONDS;
}

export function saveHoldSeconds(tx: Tx, seconds: number, now: string): void {
  savePolicy(tx, 'hold', { seconds }, now);
}
