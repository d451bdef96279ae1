import { z } from 'zod';
import { ProvenanceMarkSchema } from '#contract/model/provenance.ts';

/** Something that somebody else wrote, as the person knows it: `the email “Invoice 204” by billing@example.com`. */
export const OutsideItemSchema = z.object({
  what: z.enum(['email', 'event', 'note', 'page', 'memory', 'answer', 'message', 'file', 'program']),
  title: z.string(),
  /** Who wrote it, as far as the service says; nobody vouches for it. */
  by: z.string().nullable(),
});
export type OutsideItem = z.infer<typeof OutsideItemSchema>;

/**
 * Where a value came from outside. `words` is there when the value stands in the item word for word: the words around
 * it, and from which character to which (end exclusive) it stands in them.
 */
export const SourceSchema = OutsideItemSchema.extend({
  mark: ProvenanceMarkSchema,
  words: z
    .object({ quote: z.string(), start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })
    .nullable(),
});
export type Source = z.infer<typeof SourceSchema>;
