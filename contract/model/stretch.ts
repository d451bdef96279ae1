import { z } from 'zod';
import { InstantSchema } from '#contract/model/instant.ts';

/** A stretch of calendar time, its end exclusive. Whole days stand in the way of whole days only. */
export const StretchSchema = z.object({ from: InstantSchema, until: InstantSchema, allDay: z.boolean() });
export type Stretch = z.infer<typeof StretchSchema>;

/** A stretch that something takes up, by the name that the person knows it by. */
export const TakenTimeSchema = StretchSchema.extend({ title: z.string() });
export type TakenTime = z.infer<typeof TakenTimeSchema>;

export function overlap(one: Stretch, other: Stretch): boolean {
  return one.allDay === other.allDay && one.from < other.until && other.from < one.until;
}

/** The same thing at the same time, whether it is only planned or stands in the calendar already. */
export const isSameTime = (one: TakenTime, other: TakenTime): boolean =>
  one.title === other.title && one.from === other.from && one.until === other.until;
