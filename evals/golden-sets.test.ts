import { expect, test } from 'vitest';
import { scoreGoldenSets } from './golden-sets.ts';
import { holds } from './score.ts';

test.each(scoreGoldenSets(() => {}))('$set: $measure is understood often enough', (score) => {
  expect(holds(score), `${score.right} of ${score.of}, where ${score.least} of all should be`).toBe(true);
});

test('each of the ten domains has at least 30 sentences', () => {
  const domains = scoreGoldenSets(() => {}).filter(({ measure, of }) => measure === 'intent' && of >= 30);
  expect(domains.length).toBeGreaterThanOrEqual(10);
});
