import { t } from '#contract/language/t.ts';
import { listOf } from '#renderer/words/time.ts';

export const planGraphWords = {
  show: t`Show the plan`,
  hide: t`Hide the plan`,
  picture: t`Show it as a picture`,
  label: t`The plan, step by step`,
  loading: t`Opening the plan…`,
  keys: t`Arrow keys go from step to step. Enter opens one.`,
  taken: t`The way that was taken`,
  notTaken: t`Not taken, or not yet`,
} as const;

/** Read out with a step: `Step 2 of 5. After “Find the invoice”.` */
export function stepOrder(number: number, total: number, after: readonly string[]): string {
  const first = t`Step ${number} of ${total}.`;
  return after.length === 0 ? first : t`${first} After ${listOf(after.map((says) => `“${says}”`))}.`;
}
