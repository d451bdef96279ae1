import { describe, expect, it } from 'vitest';
import type { Json } from '#contract/model/json.ts';
import type { Condition } from '#contract/model/plan.ts';
import { isWanted } from '#main/executor/is-wanted.ts';

const holds = (value: Json | undefined, is: Condition['is'], than?: Condition['than']): boolean => {
  const output: Json = value === undefined ? {} : { value };
  const found = new Map([['find', { output, provenance: [] }]]);
  return isWanted({ value: { from: 'find', path: '/value' }, is, than }, found);
};

describe('a condition', () => {
  it.each<[Json | undefined, Condition['is'], Condition['than'], boolean]>([
    ['a', 'equal', 'a', true],
    ['a', 'equal', 'b', false],
    [1, 'equal', '1', false],
    [null, 'equal', null, true],
    [undefined, 'equal', null, true],
    [true, 'not-equal', false, true],
    [3, 'not-equal', 3, false],
    [2, 'less', 3, true],
    [3, 'less', 3, false],
    [4, 'greater', 3, true],
    [10, 'greater', 9, true],
    ['2026-11-24', 'less', '2026-12-01', true],
    ['b', 'greater', 'a', true],
    ['10', 'greater', 9, false],
    [undefined, 'less', 3, false],
    [undefined, 'greater', 3, false],
    [[], 'empty', undefined, true],
    ['', 'empty', undefined, true],
    [{}, 'empty', undefined, true],
    [null, 'empty', undefined, true],
    [undefined, 'empty', undefined, true],
    [0, 'empty', undefined, false],
    [false, 'empty', undefined, false],
    [[0], 'not-empty', undefined, true],
    [undefined, 'not-empty', undefined, false],
  ])('%j is %s %j: %s', (value, is, than, expected) => {
    expect(holds(value, is, than)).toBe(expected);
  });

  it('sees a step that found nothing as empty', () => {
    const condition: Condition = { value: { from: 'gone', path: '' }, is: 'empty' };
    expect(isWanted(condition, new Map())).toBe(true);
  });
});
