import { expect, test } from 'vitest';
import { connectors } from '#connectors/registry.ts';
import { practiceConnectors } from '#main/practice/practice-connectors.ts';

test('the practice life reaches no folder of the person’s own', () => {
  expect(connectors.some(({ folders }) => folders !== undefined)).toBe(true);
  expect(practiceConnectors(connectors).filter(({ folders }) => folders !== undefined)).toEqual([]);
});
