import type { Temporal } from 'temporal-polyfill';

/** A day as it was said, before it is fitted together with what stands beside it. */
export type DayWord =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate; readonly yearSaid: boolean }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: WhichWeek; readonly weeksLater: number }
  | { readonly kind: 'month-day'; readonly day: number }
  | {
      readonly kind: 'stretch';
      readonly first: Temporal.PlainDate;
      readonly last: Temporal.PlainDate;
      readonly grain: Grain;
    };

export type WhichWeek = 'upcoming' | 'this' | 'next' | 'last';
export type Grain = 'week' | 'weekend' | 'month' | 'year' | 'days';
