import { describe, expect, it } from 'vitest';
import type { LimitObstacle, TimeObstacle } from '#contract/model/conflict.ts';
import { coversAll } from '#main/gate/covers.ts';

const posts: LimitObstacle = {
  kind: 'limit',
  bucket: 'posts:day:2026-11-26',
  limit: 5,
  total: 7,
  amount: 1,
  stillWaiting: 1,
};
const dentist = {
  title: 'Dentist',
  from: '2026-11-26T15:00:00.000Z',
  until: '2026-11-26T16:00:00.000Z',
  allDay: false,
};
const time: TimeObstacle = { kind: 'time', others: [{ ...dentist, by: 'another-plan' }] };

describe('a yes to what a card said stands in the way', () => {
  it.each([
    ['nothing at all any more', [], true],
    ['exactly that', [posts, time], true],
    ['less of it', [{ ...posts, total: 6, stillWaiting: 0 }], true],
    ['a limit that was raised', [{ ...posts, limit: 6 }], true],
    [
      'the same thing, which came into the calendar since',
      [{ ...time, others: [{ ...dentist, by: 'calendar' as const }] }],
      true,
    ],
    ['more of it', [{ ...posts, total: 8 }], false],
    ['a limit that was lowered', [{ ...posts, limit: 4 }], false],
    ['another day', [{ ...posts, bucket: 'posts:day:2026-11-27' }], false],
    [
      'another thing at that time',
      [{ ...time, others: [{ ...dentist, title: 'Lunch', by: 'calendar' as const }] }],
      false,
    ],
    [
      'the same thing at another time',
      [{ ...time, others: [{ ...dentist, until: '2026-11-26T17:00:00.000Z', by: 'calendar' as const }] }],
      false,
    ],
  ])('holds for %s: %j', (_what, now, holds) => {
    expect(coversAll([posts, time], now)).toBe(holds);
  });

  it('that said nothing holds for nothing', () => {
    expect(coversAll([], [posts])).toBe(false);
  });
});
