import { z } from 'zod';

/** At most `limit` rows, continuing after `cursor` (an opaque string of the previous answer). */
export const PageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const ById = z.object({ id: z.string().min(1).max(200) });
