import { afterEach, expect, test, vi } from 'vitest';
import { lengthOf, reclaimedWords, shareOf, spanWords, weekShort } from '#renderer/words/insights.ts';

afterEach(() => vi.unstubAllGlobals());

test('lengths, shares and spans are said as people say them', () => {
  expect([0, 1, 59.6, 60, 125].map(lengthOf)).toEqual([
    '0 minutes',
    '1 minute',
    '1 hour',
    '1 hour',
    '2 hours 5 minutes',
  ]);
  expect(reclaimedWords(90, 1)).toBe('About 1 hour 30 minutes in the last 1 week.');
  expect([shareOf(0, 0), shareOf(1, 3), shareOf(2, 2)]).toEqual(['None yet', '33%', '100%']);
  expect([250, 45_000, 600_000, 4 * 86_400_000].map(spanWords)).toEqual([
    '0.3 seconds',
    '45 seconds',
    '10 minutes',
    '4 days',
  ]);
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  expect(weekShort('2026-11-23')).toBe('23 Nov');
});
