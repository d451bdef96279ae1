import { listOf } from '#renderer/words/time.ts';

export const planGraphWords = {
  show: 'Show the plan',
  hide: 'Hide the plan',
  picture: 'Show it as a picture',
  label: 'The plan, step by step',
  loading: 'Opening the plan…',
  keys: 'Arrow keys go from step to step. Enter opens one.',
  taken: 'The way that was taken',
  notTaken: 'Not taken, or not yet',
} as const;

/** Read out with a step: `Step 2 of 5. After “Find the invoice”.` */
export function stepOrder(number: number, total: number, after: readonly string[]): string {
  const first = `Step ${number} of ${total}.`;
  return after.length === 0 ? first : `${first} After ${listOf(after.map((says) => `“${says}”`))}.`;
}
