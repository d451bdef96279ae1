import { z } from 'zod';
import { ActionNameSchema } from '#contract/model/action-name.ts';

const Count = z.number().int().nonnegative();

/** What became of things in one of the person's own weeks, which begin on Mondays. */
const WeekSchema = z.object({
  /** Its Monday. */
  from: z.iso.date(),
  /** What was done and stands, and the minutes that it takes by hand. */
  done: Count,
  minutes: z.number().nonnegative(),
  completed: Count,
  failed: Count,
  canceled: Count,
  approved: Count,
  declined: Count,
  expired: Count,
  undone: Count,
  undoFailed: Count,
});
export type Week = z.infer<typeof WeekSchema>;

const ServiceHealthSchema = z.object({
  connector: z.string(),
  /** What the person knows it by. */
  title: z.string(),
  happened: Count,
  failed: Count,
  unknown: Count,
  /** How often it was left alone for a while because it did not answer. */
  outages: Count,
});

/** Section 16 of the specification, computed from the log of this computer alone. */
export const InsightsSchema = z.object({
  /** Oldest first; the last is the week that is under way. */
  weeks: z.array(WeekSchema),
  services: z.array(ServiceHealthSchema),
  /** How the minutes were estimated: of each kind of thing, how long it takes by hand and how often it was done. */
  estimate: z.array(z.object({ action: ActionNameSchema, title: z.string(), minutesEach: z.number(), times: Count })),
  /** What models cost, in millionths of the currency's minor unit. */
  cost: z.array(z.object({ currency: z.string(), millionths: z.number(), calls: Count })),
  decided: Count,
  refused: Count,
  /** From a sentence to its plan: of a hundred, ninety-five were faster. Null where there was none. */
  planWithinMs: z.number().nullable(),
  /** From the first start to the first thing that was done. Null before that. */
  firstValueMs: z.number().nullable(),
  firstStart: z.enum(['not-begun', 'begun', 'put-off', 'finished']),
});
export type Insights = z.infer<typeof InsightsSchema>;
