import type { Temporal } from 'temporal-polyfill';
import type { DayPart } from '#main/planner/time/day-part.ts';

/** Why what was said about when does not come to one time: what would have to be asked, or can't be done. */
export type WhenProblem =
  | { readonly problem: 'no-day' }
  | { readonly problem: 'no-time'; readonly date: Temporal.PlainDate | null; readonly part: DayPart | null }
  | { readonly problem: 'which-half'; readonly choices: readonly Temporal.PlainTime[] }
  | { readonly problem: 'which-day'; readonly choices: readonly string[] }
  | { readonly problem: 'day-within'; readonly days: readonly Temporal.PlainDate[] }
  | { readonly problem: 'days-differ'; readonly date: Temporal.PlainDate }
  | { readonly problem: 'passed'; readonly start: Temporal.PlainDateTime }
  | { readonly problem: 'too-often' }
  | { readonly problem: 'too-far' };

export const isProblem = <T extends object>(value: T | WhenProblem): value is WhenProblem => 'problem' in value;
