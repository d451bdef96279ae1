import { expect, test } from 'vitest';
import { standingNow } from '#renderer/words/states.ts';

test.each([
  ['executing', true, 'On hold'],
  ['executing', false, 'Working on it'],
  ['completed', true, 'Done'],
  ['failed', true, 'Didn’t all work'],
  ['canceled', true, 'Stopped'],
] as const)('a request that is %s, with a pause over it: %s, reads “%s”', (state, paused, words) => {
  expect(standingNow({ state, paused, shadow: false })).toBe(words);
});
