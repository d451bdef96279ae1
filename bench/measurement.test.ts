import { expect, it } from 'vitest';
import { median, percentile, percentile95 } from './measurement.ts';

const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);

it('finds the value that a share of the values do not exceed, in whatever order they came', () => {
  expect([0, 0.5, 0.99, 1].map((share) => percentile(oneToHundred, share))).toEqual([1, 51, 100, 100]);
  expect(percentile95(oneToHundred)).toBe(96);
  expect(percentile([7], 0.5)).toBe(7);
});

it('has no figure for nothing', () => {
  expect(percentile([], 0.5)).toBeNaN();
  expect(() => median([])).toThrow(RangeError);
});
