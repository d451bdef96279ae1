import type { Approval } from '#contract/model/approval.ts';
import type { Card } from '#contract/model/card.ts';

const at = '2026-11-26T10:00:00.000Z';
export const plainCard: Card = {
  title: 'Add milk to your shopping list',
  differences: [],
  undo: 'You can take it off again.',
  risk: 'L2',
  effect: { kind: 'file', audience: 'self', recipients: [], reversible: 'yes' },
  values: [{ path: '/items/0', label: 'Item', value: 'milk', provenance: ['person'] }],
};

/** A waiting card that a sentence is enough to decide on, but for what is said otherwise. */
export const waitingCard = (id: string, of: Partial<Card> = {}, runId = `run of ${id}`): Approval => ({
  id,
  runId,
  stepId: 's1',
  digest: `digest of ${id}`,
  card: { ...plainCard, ...of },
  reason: [],
  status: 'waiting',
  decidedBy: null,
  decidedAt: null,
  notes: null,
  choice: null,
  createdAt: at,
  expiresAt: at,
});
