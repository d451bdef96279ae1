import type { Instant } from '#contract/model/instant.ts';
import type { JsonObject } from '#contract/model/json.ts';
import {
  type Learnt,
  type MemoryRetention,
  MemoryRetentionSchema,
  type MemoryStatus,
} from '#contract/model/memory-item.ts';
import type { Orm, Tx } from '#db/open-database.ts';
import { findPolicy, savePolicy } from '#db/repositories/settings.ts';
import shipped from '#resources/memory/retention.json' with { type: 'json' };

const SETTING = 'memory-retention';
const DAY_MS = 86_400_000;

/** What the person set, and what is shipped for the rest. */
export function readRetention(orm: Orm): MemoryRetention {
  const stored = MemoryRetentionSchema.partial().safeParse(findPolicy(orm, SETTING) ?? {});
  return { ...MemoryRetentionSchema.parse(shipped), ...(stored.success ? withoutGaps(stored.data) : {}) };
}

export function saveRetention(tx: Tx, retention: MemoryRetention, now: Instant): void {
  savePolicy(tx, SETTING, retention as JsonObject, now);
}

/** When an item goes by itself; null where it stays. */
export function endOf(orm: Orm, item: { status: MemoryStatus; by: Learnt['by'] }, since: Instant): Instant | null {
  const retention = readRetention(orm);
  const days = item.status === 'known' ? (item.by === 'outside' ? retention.outside : null) : retention[item.status];
  return days === null ? null : new Date(Date.parse(since) + days * DAY_MS).toISOString();
}

/** The earliest moment from which requests are found again. */
export const historyFrom = (orm: Orm, now: Instant): Instant =>
  new Date(Date.parse(now) - readRetention(orm).history * DAY_MS).toISOString();

export const withoutGaps = (change: { readonly [Key in keyof MemoryRetention]?: MemoryRetention[Key] | undefined }) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<MemoryRetention>;
