import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';
import { MoneySchema } from '#contract/model/money.ts';

/** What an action would do to the world. Rules speak of this, never of tool names. */
export const EffectSchema = z.object({
  kind: z.enum(['none', 'draft', 'message', 'event', 'reminder', 'post', 'payment', 'submission', 'file', 'setting']),
  /** Who is affected. `self` is the person's own calendar, lists, reminders and files. */
  audience: z.enum(['nobody', 'self', 'known', 'stranger', 'public']),
  /** Addresses or handles that would receive something; empty when nobody does. */
  recipients: z.array(z.string()),
  money: MoneySchema.optional(),
  reversible: z.enum(['yes', 'until', 'no']),
  until: InstantSchema.optional(),
});
export type Effect = z.infer<typeof EffectSchema>;
