import { describe, expect, it } from 'vitest';
import type { Approval } from '#contract/model/approval.ts';
import type { Card } from '#contract/model/card.ts';
import { groupLike } from '#renderer/features/approvals/like-cards.ts';

const at = '2026-11-26T10:00:00.000Z';
const plain: Card = {
  title: 'Add milk',
  differences: [],
  undo: 'You can take it off again.',
  risk: 'L2',
  effect: { kind: 'file', audience: 'self', recipients: [], reversible: 'yes' },
  values: [{ path: '/items/0', label: 'Item', value: 'milk', provenance: ['person'] }],
};

const card = (id: string, of: Partial<Card> = {}, runId = `run of ${id}`): Approval => ({
  id,
  runId,
  stepId: 's1',
  digest: id,
  card: { ...plain, ...of },
  reason: [],
  status: 'waiting',
  decidedBy: null,
  decidedAt: null,
  notes: null,
  choice: null,
  createdAt: at,
  expiresAt: at,
});

const idsOf = (waiting: readonly Approval[], apart: readonly string[] = []) =>
  groupLike(waiting, new Set(apart)).map(({ cards }) => cards.map(({ id }) => id).join(' '));

describe('cards of the same kind', () => {
  it('stand as one where the first of them stood', () => {
    const other = card('x', { effect: { ...plain.effect, kind: 'reminder' } });
    expect(idsOf([other, card('a'), card('b'), card('c')])).toEqual(['x', 'a b c']);
    expect(idsOf([card('a'), other, card('b')])).toEqual(['a b', 'x']);
  });

  it('stay apart where they are of one request, which is decided as a whole', () => {
    expect(idsOf([card('a', {}, 'one run'), card('b', {}, 'one run')])).toEqual(['a', 'b']);
  });

  it('stay apart when the person wants them one by one', () => {
    const waiting = [card('a'), card('b')];
    const [group] = groupLike(waiting, new Set());
    expect(idsOf(waiting, [group?.key ?? ''])).toEqual(['a', 'b']);
  });

  it.each<[string, Partial<Card>]>([
    ['always needs the person', { risk: 'L3' }],
    ['costs money', { effect: { ...plain.effect, money: { minor: 500, currency: 'EUR' } } }],
    [
      'has a value that somebody else wrote',
      { values: [{ path: '/items/0', label: 'Item', value: 'milk', provenance: ['outside:inbox/1'] }] },
    ],
    [
      'has something in its way',
      { conflicts: [{ with: { kind: 'time', others: [] }, says: 'You have “Dentist” then.', choices: [] }] },
    ],
  ])('are none of what %s', (_what, of) => {
    expect(idsOf([card('a', of), card('b', of)])).toEqual(['a', 'b']);
  });

  it.each<[string, Partial<Card>]>([
    ['another kind of effect', { effect: { ...plain.effect, kind: 'event' } }],
    ['others who get it', { effect: { ...plain.effect, audience: 'known', recipients: ['ana@example.com'] } }],
    ['other values', { values: [{ path: '/at', label: 'When', value: at, provenance: ['person'] }] }],
    ['another risk', { risk: 'L1' }],
  ])('are not those with %s', (_what, of) => {
    expect(idsOf([card('a'), card('b', of)])).toEqual(['a', 'b']);
  });
});
