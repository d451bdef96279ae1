import { expect, it } from 'vitest';
import { ifFails } from '#main/planner/if-fails.ts';

const look = (id: string, ...dependsOn: string[]) => ({ id, dependsOn, risk: 'L0' as const });
const change = (id: string, ...dependsOn: string[]) => ({ id, dependsOn, risk: 'L2' as const });

it.each([
  ['changes side by side', [change('a'), change('b')], 'leave'],
  ['a change after a look', [look('find'), change('a', 'find')], 'leave'],
  ['a look after a change', [change('a'), look('see', 'a')], 'leave'],
  ['a change that builds on a change', [change('a'), change('b', 'a')], 'undo'],
  ['also through a look', [change('a'), look('see', 'a'), change('b', 'see')], 'undo'],
] as const)('%s', (_what, steps, expected) => {
  expect(ifFails(steps)).toBe(expected);
});
