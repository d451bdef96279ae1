import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';
import { MoneySchema } from '#contract/model/money.ts';
import { StretchSchema } from '#contract/model/stretch.ts';

/** So many days of what repeats are reserved, from its next occurrence on. */
export const AHEAD_DAYS = 28;

/** What an action would do to the world. Rules speak of this, never of tool names. */
export const EffectSchema = z.object({
  kind: z.enum([
    'none',
    'draft',
    'message',
    'event',
    'reminder',
    'post',
    'payment',
    'submission',
    'file',
    'setting',
    /** An address is opened: whoever stands behind it sees that somebody came. */
    'visit',
  ]),
  /** Who is affected. `self` is the person's own calendar, lists, reminders and files. */
  audience: z.enum(['nobody', 'self', 'known', 'stranger', 'public']),
  /** Addresses or handles that would receive something; empty when nobody does. */
  recipients: z.array(z.string()),
  money: MoneySchema.optional(),
  reversible: z.enum(['yes', 'until', 'no']),
  until: InstantSchema.optional(),
  /**
   * The calendar time that it would take up, by the name that the person knows it by; of what repeats, the next
   * occurrences within `AHEAD_DAYS`.
   */
  takesTime: z
    .object({
      title: z.string(),
      /** What has a name already, such as an event that moves: it is in no way of itself. */
      item: z.string().nullable(),
      stretches: z.array(StretchSchema),
    })
    .optional(),
});
export type Effect = z.infer<typeof EffectSchema>;
