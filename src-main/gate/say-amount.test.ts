import { expect, it } from 'vitest';
import type { LimitObstacle } from '#contract/model/conflict.ts';
import { sayAmount } from '#main/gate/say-amount.ts';

const view = { now: '2026-11-26T10:00:00.000Z', timeZone: 'Europe/Lisbon', locale: 'en-GB' };
const over = (bucket: string, more: Partial<LimitObstacle> = {}): LimitObstacle => ({
  kind: 'limit',
  bucket,
  limit: 5,
  total: 6,
  amount: 1,
  stillWaiting: 0,
  ...more,
});

it.each([
  { says: 'This would be the 6th post today. You set 5.', chosen: true, obstacle: over('posts:day:2026-11-26') },
  {
    says: 'This would be the 21st post today. You set 5.',
    chosen: true,
    obstacle: over('posts:day:2026-11-26', { total: 21 }),
  },
  {
    says: 'This would be the 12th post today. The limit to begin with is 5.',
    chosen: false,
    obstacle: over('posts:day:2026-11-26', { total: 12 }),
  },
  {
    says: 'This would be the 6th application of this plan. You set 5.',
    chosen: true,
    obstacle: over('applications:plan:run'),
  },
  {
    says: 'With this it would be 9 messages today. You set 5.',
    chosen: true,
    obstacle: over('messages:day:2026-11-26', { total: 9, amount: 4 }),
  },
  {
    says: 'This would be the 22nd message today, with 3 planned but not done yet. You set 5.',
    chosen: true,
    obstacle: over('messages:day:2026-11-26', { total: 22, stillWaiting: 3 }),
  },
  {
    says: 'With this you would spend €120.50 today, with €10.00 planned but not done yet. You set €100.00.',
    chosen: true,
    obstacle: over('money:EUR:day:2026-11-26', { limit: 10_000, total: 12_050, amount: 2_050, stillWaiting: 1_000 }),
  },
  {
    says: 'This costs JP¥8,000. The limit to begin with is JP¥5,000 for one payment.',
    chosen: false,
    obstacle: over('money:JPY:action:run.step', { limit: 5_000, total: 8_000, amount: 8_000 }),
  },
])('$says', ({ obstacle, chosen, says }) => {
  expect(sayAmount(obstacle, chosen, view)).toBe(says);
});
