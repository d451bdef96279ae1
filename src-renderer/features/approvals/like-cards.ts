import type { Approval } from '#contract/model/approval.ts';
import { isPlainCard } from '#contract/model/plain-card.ts';

/** Cards that stand as one, the oldest first; mostly a single one. */
export type CardGroup = { readonly key: string; readonly cards: readonly Approval[] };

/**
 * Puts cards of the same kind together that come from different requests, each group where its first card stood. The
 * kinds in `apart` stay one by one.
 */
export function groupLike(waiting: readonly Approval[], apart: ReadonlySet<string>): readonly CardGroup[] {
  const byKind = new Map<string, Approval[]>();
  for (const approval of waiting) {
    const kind = kindOf(approval);
    if (kind === null || apart.has(kind)) continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), approval]);
  }
  const groups: CardGroup[] = [];
  for (const approval of waiting) {
    const kind = kindOf(approval);
    const alike = kind === null ? undefined : byKind.get(kind);
    if (kind === null || alike === undefined || !isOfSeveral(alike))
      groups.push({ key: approval.id, cards: [approval] });
    else if (alike[0] === approval) groups.push({ key: kind, cards: alike });
  }
  return groups;
}

const isOfSeveral = (cards: readonly Approval[]): boolean => new Set(cards.map(({ runId }) => runId)).size > 1;

/** The same for cards that can be decided by one look; null for what wants a look of its own. */
function kindOf({ card }: Approval): string | null {
  if (!isPlainCard(card)) return null;
  const { kind, audience, reversible } = card.effect;
  const labels = [...new Set(card.values.map(({ label }) => label))];
  return JSON.stringify([card.risk, kind, audience, reversible, labels]);
}
