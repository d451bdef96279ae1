import { z } from 'zod';

/** How much of the person's attention was asked for, and whether their answers outran their eyes. */
export const ApprovalPaceSchema = z.object({
  /** Decisions that were asked of them since midnight by their own clock; the lines of one plan are one. */
  askedToday: z.number().int(),
  /** So many a day on average over the 14 days before. */
  usually: z.number(),
  waiting: z.number().int(),
  /** Null unless the latest yeses came faster than their cards can be read. */
  slowDown: z.object({ seconds: z.number().int(), says: z.string() }).nullable(),
});
export type ApprovalPace = z.infer<typeof ApprovalPaceSchema>;
