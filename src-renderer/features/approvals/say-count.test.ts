import { expect, test } from 'vitest';
import { sayCount } from '#renderer/features/approvals/say-count.ts';

test('another count stands in the same place, whatever else is a number', () => {
  const template = 'I may do this at most {count} times a day, for {people}: {tool}.';
  const says = 'I may do this at most 10 times a day, for 10@example.com: Add 10 times a day.';
  expect(sayCount(template, says, 10, 3)).toBe(
    'I may do this at most 3 times a day, for 10@example.com: Add 10 times a day.',
  );
  expect(
    sayCount('I may write to {people}, at most {count} a day.', 'I may write to 10, at most 10 a day.', 10, 25),
  ).toBe('I may write to 10, at most 25 a day.');
});

test('a sentence without a count stays as it is', () => {
  expect(sayCount('Never send anything to {people}.', 'Never send anything to 10.', 10, 3)).toBe(
    'Never send anything to 10.',
  );
});
