import type { Temporal } from 'temporal-polyfill';
import type { Habit } from '#main/planner/time/choose-half.ts';

/** A concrete time on the person's clock: with a time of day, or whole days (both ends belong to it). */
export type When =
  | {
      readonly kind: 'timed';
      readonly start: Temporal.PlainDateTime;
      readonly end: Temporal.PlainDateTime | null;
      readonly rrule: string | null;
    }
  | {
      readonly kind: 'days';
      readonly first: Temporal.PlainDate;
      readonly last: Temporal.PlainDate;
      readonly rrule: string | null;
    };

/** What is usual for the kind of thing that is to happen. */
export type WhenHabits = {
  readonly habit: Habit;
  /** A thing that takes whole days, such as a birthday, needs no time. */
  readonly allDay: boolean;
  /** The time where none was said; null asks for one. */
  readonly usualTime: Temporal.PlainTime | null;
  /** “at 5” alone means the next five o'clock; otherwise the day is asked for. */
  readonly soonest: boolean;
  /** A time that has passed makes no sense, as for a reminder. */
  readonly aheadOnly: boolean;
};
