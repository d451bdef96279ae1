import { expect, test } from 'vitest';
import { changeOf } from '#renderer/features/policies/rule-change.ts';

const counts = (askedMore: number, askedLess: number, refused: number) => ({
  looked: 12,
  askedMore,
  askedLess,
  refused,
});

test('what would have been otherwise without the rule as well is not told of the rule', () => {
  expect(changeOf(counts(2, 3, 1), counts(2, 3, 1))).toEqual(counts(0, 0, 0));
});

test('a rule that allows is told by what it saves, also where the rest asks more than before', () => {
  expect(changeOf(counts(0, 3, 0), counts(0, 5, 0))).toEqual(counts(0, 2, 0));
  expect(changeOf(counts(4, 0, 0), counts(1, 0, 0))).toEqual(counts(0, 3, 0));
});

test('a rule that asks is told by what it adds, also where the rest asks less than before', () => {
  expect(changeOf(counts(0, 0, 0), counts(2, 0, 0))).toEqual(counts(2, 0, 0));
  expect(changeOf(counts(0, 3, 0), counts(0, 1, 0))).toEqual(counts(2, 0, 0));
});

test('what is refused is told as refused alone', () => {
  expect(changeOf(counts(0, 2, 0), counts(0, 0, 2))).toEqual(counts(0, 0, 2));
  expect(changeOf(counts(3, 0, 0), counts(0, 0, 3))).toEqual(counts(0, 0, 3));
});
