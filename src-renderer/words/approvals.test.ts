import { expect, test } from 'vitest';
import { paceSays, waitSays } from '#renderer/words/approvals.ts';

test.each([
  [3, 1.5, 'You were asked 3 times today, usually 1.5 times a day.'],
  [1, 1, 'You were asked once today, usually once a day.'],
  [2, 0, 'You were asked 2 times today.'],
  [0, 0.4, 'You weren’t asked anything today, usually 0.4 times a day.'],
  [0, 0, null],
])('asked %d times today and %d usually reads: %s', (askedToday, usually, says) => {
  expect(paceSays({ askedToday, usually })).toBe(says);
});

test('a wait is said with its reason and counted down to one second', () => {
  expect(waitSays('Read it first.', 3)).toBe('Read it first. You can approve in 3 seconds.');
  expect(waitSays('Read it first.', 1)).toBe('Read it first. You can approve in 1 second.');
});
