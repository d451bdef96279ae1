import type { Card } from '#contract/model/card.ts';
import { isOutside } from '#contract/model/provenance.ts';

/**
 * Whether nothing about a card wants a look of its own: no money, nothing in its way, nothing that somebody else wrote,
 * and not of those that always need the person.
 */
export function isPlainCard({ risk, effect, conflicts = [], values }: Card): boolean {
  if (risk !== 'L1' && risk !== 'L2') return false;
  if (effect.money !== undefined || conflicts.length > 0) return false;
  return !values.some(({ provenance }) => provenance.some(isOutside));
}
