import { describe, expect, it } from 'vitest';
import type { Approval } from '#contract/model/approval.ts';
import { plainCard, waitingCard } from '#contract/model/waiting-card-for-tests.ts';
import { groupLike } from '#renderer/features/approvals/like-cards.ts';

const idsOf = (waiting: readonly Approval[], apart: readonly string[] = []) =>
  groupLike(waiting, new Set(apart)).map(({ cards }) => cards.map(({ id }) => id).join(' '));

describe('cards of the same kind', () => {
  it('stand as one where the first of them stood', () => {
    const other = waitingCard('x', { effect: { ...plainCard.effect, kind: 'reminder' } });
    expect(idsOf([other, waitingCard('a'), waitingCard('b'), waitingCard('c')])).toEqual(['x', 'a b c']);
    expect(idsOf([waitingCard('a'), other, waitingCard('b')])).toEqual(['a b', 'x']);
  });

  it('stay apart where they are of one request, which is decided as a whole', () => {
    expect(idsOf([waitingCard('a', {}, 'one run'), waitingCard('b', {}, 'one run')])).toEqual(['a', 'b']);
  });

  it('stay apart when the person wants them one by one', () => {
    const waiting = [waitingCard('a'), waitingCard('b')];
    const [group] = groupLike(waiting, new Set());
    expect(idsOf(waiting, [group?.key ?? ''])).toEqual(['a', 'b']);
  });

  it.each<[string, Partial<Card>]>([
    ['always needs the person', { risk: 'L3' }],
    ['costs money', { effect: { ...plainCard.effect, money: { minor: 500, currency: 'EUR' } } }],
    [
      'has a value that somebody else wrote',
      { values: [{ path: '/items/0', label: 'Item', value: 'milk', provenance: ['outside:inbox/1'] }] },
    ],
    [
      'has something in its way',
      { conflicts: [{ with: { kind: 'time', others: [] }, says: 'You have “Dentist” then.', choices: [] }] },
    ],
  ])('are none of what %s', (_what, of) => {
    expect(idsOf([waitingCard('a', of), waitingCard('b', of)])).toEqual(['a', 'b']);
  });

  it.each<[string, Partial<Card>]>([
    ['another kind of effect', { effect: { ...plainCard.effect, kind: 'event' } }],
    ['others who get it', { effect: { ...plainCard.effect, audience: 'known', recipients: ['ana@example.com'] } }],
    [
      'other values',
      { values: [{ path: '/at', label: 'When', value: '2026-11-26T10:00:00.000Z', provenance: ['person'] }] },
    ],
    ['another risk', { risk: 'L1' }],
  ])('are not those with %s', (_what, of) => {
    expect(idsOf([waitingCard('a'), waitingCard('b', of)])).toEqual(['a', 'b']);
  });
});
