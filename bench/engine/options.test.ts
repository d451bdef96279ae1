import { expect, it } from 'vitest';
import { isAskedFor, readOptions } from './options.ts';
import { putBetween } from './write-tables.ts';

const read = (...args: string[]) => readOptions(args, ['bullmq']);

it('measures everything in every shape once, unless told otherwise', () => {
  expect(read()).toMatchObject({ only: [], shapes: ['a', 'b', 'c'], rounds: 1, events: 1_000_000, write: false });
  expect(read('--only', 'engine,bullmq', '--shape', 'c', '--rounds', '3')).toMatchObject({
    only: ['engine', 'bullmq'],
    shapes: ['c'],
    rounds: 3,
  });
});

it('brings the machine’s limit along with the engine, but no peer', () => {
  const asked = (name: string, ...args: string[]) => isAskedFor(read(...args), name);
  expect(asked('limit', '--only', 'engine')).toBe(true);
  expect(asked('bullmq', '--only', 'engine')).toBe(false);
  expect(asked('limit', '--only', 'bullmq')).toBe(false);
  expect(asked('bullmq')).toBe(true);
});

it.each([['--only', 'nobody'], ['--shape', 'd'], ['--rounds', 'many'], ['--rounds', '-1'], ['--fast']])(
  'does not guess what %s %s means',
  (...args) => {
    expect(() => read(...args)).toThrow();
  },
);

it('changes nothing of a page but what was measured', () => {
  const page =
    '# Engine\n<!-- measured by npm run bench:engine -- --write -->\nold\n<!-- end of what was measured -->\nthe rest\n';
  const once = putBetween(page, '| new |');
  expect(once).toContain('\n| new |\n');
  expect(once).not.toContain('old');
  expect(once.startsWith('# Engine\n') && once.endsWith('\nthe rest\n')).toBe(true);
  expect(putBetween(once, '| new |')).toBe(once);
  expect(() => putBetween('# Another page', '')).toThrow();
});
