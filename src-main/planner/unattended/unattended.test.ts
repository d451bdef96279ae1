import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, PlannedStep } from '#contract/model/plan.ts';
import { blanksIn, fillBlanks } from '#main/planner/unattended/fill-blanks.ts';
import { shapeOf } from '#main/planner/unattended/plan-shape.ts';

const step = (id: string, more: Partial<PlannedStep> = {}): PlannedStep => ({
  id,
  says: `Do ${id}`,
  action: 'lists.add-items',
  args: { list: 'School', items: ['{subject}', 'milk'] },
  dependsOn: [],
  risk: 'L2',
  ...more,
});
const planOf = (...steps: PlannedStep[]): Plan => ({ goal: 'Do it', madeBy: 'built-in', steps, leftOut: [] });

describe('the shape of a plan', () => {
  const shape = shapeOf(planOf(step('a'), step('b', { dependsOn: ['a'], args: { text: { from: 'a', path: '/x' } } })));

  it('is the same with other words, dates and names of steps', () => {
    const args = { items: ['x', 'y'], list: '2026-11-30' };
    const other = planOf(
      step('c', { args }),
      step('d', { dependsOn: ['c'], args: { text: { from: 'c', path: '/x' } } }),
    );
    expect(shapeOf(other)).toBe(shape);
  });

  it.each<[string, Plan]>([
    ['one step more', planOf(step('a'), step('b'), step('c'))],
    ['another action', planOf(step('a', { action: 'lists.remove-items' }))],
    ['another order', planOf(step('b', { dependsOn: ['a'] }), step('a'))],
    ['another argument', planOf(step('a', { args: { list: 'School' } }))],
    ['more items', planOf(step('a', { args: { list: 'School', items: ['x', 'y', 'z'] } }))],
    ['a reference for a word', planOf(step('a', { args: { list: { from: 'a', path: '' }, items: ['x', 'y'] } }))],
    ['a condition', planOf(step('a', { when: { value: { from: 'a', path: '' }, is: 'empty' } }))],
  ])('is another one with %s', (_what, plan) => {
    expect(shapeOf(plan)).not.toBe(shapeOf(planOf(step('a'))));
  });
});

describe('the blanks of a plan', () => {
  it('are found by their names, each once', () => {
    expect(blanksIn('Add {subject} and {Subject} from {from-name}, not {this one}')).toEqual(['subject', 'from-name']);
  });

  it('are filled in one line, with their origin at that very place', () => {
    const plan = fillBlanks(planOf(step('a')), { subject: 'Trip\n on\u202e Friday' }, ['outside:mail/1']);
    expect(plan.steps[0]).toMatchObject({
      args: { list: 'School', items: ['Trip on Friday', 'milk'] },
      origins: { '/items/0': ['outside:mail/1', 'person'] },
    });
    expect(plan.steps[0]?.origins).not.toHaveProperty('/list');
  });

  it('never change what the plan is, whatever fills them', () => {
    const plan = planOf(step('a'), step('b', { dependsOn: ['a'], args: { text: { from: 'a', path: '/x' } } }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (subject) => {
        const filled = fillBlanks(plan, { subject }, ['outside:mail/1']);
        const without = ({ args: _args, origins: _origins, ...rest }: PlannedStep) => rest;
        expect(shapeOf(filled)).toBe(shapeOf(plan));
        expect(filled.steps.map(without)).toEqual(plan.steps.map(without));
      }),
    );
  });

  it('are not filled by what fills others', () => {
    const [filled] = fillBlanks(planOf(step('a')), { subject: '{list}', list: 'x' }, ['person']).steps;
    expect(filled?.args).toEqual({ list: 'School', items: ['{list}', 'milk'] });
  });
});
