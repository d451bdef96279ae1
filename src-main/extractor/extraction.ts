import { z } from 'zod';
import { t } from '#contract/language/t.ts';
import { LinkSchema } from '#contract/model/link.ts';
import { MoneySchema } from '#contract/model/money.ts';

/** What can be picked out of a text, each with the shape that its value must have. */
export const valueSchemas = {
  /** `2026-11-27`, or with a time of day `2026-11-27T15:00`: the wall clock of whoever reads. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/),
  amount: MoneySchema,
  address: z.email().max(320),
  link: LinkSchema,
  phone: z.string().regex(/^\+?[\d\s().\-/]{5,30}$/),
  /** Words as they stand in the text; only a model finds those. */
  words: z.string().min(1).max(500),
} as const;

export const WantedKindSchema = z.enum(['date', 'amount', 'address', 'link', 'phone', 'words']);
export type WantedKind = z.infer<typeof WantedKindSchema>;

/** The schema that a reading step declares: a name for each value, and of which kind it is. */
export const WantedSchema = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), WantedKindSchema)
  .refine((wanted) => Object.keys(wanted).length > 0, t`Say what to look for.`)
  .refine((wanted) => Object.keys(wanted).length <= 20, t`That is too much at once.`);
export type Wanted = z.infer<typeof WantedSchema>;

/** A value with the words that it was read from, and where they stand in the cleaned text (end exclusive). */
export const PickedSchema = z.object({
  value: z.union([z.string(), MoneySchema]),
  quote: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type Picked = z.infer<typeof PickedSchema>;

/** What was picked out, by the names of what was wanted; null for what does not stand there. */
export type Extraction = Readonly<Record<string, Picked | null>>;
