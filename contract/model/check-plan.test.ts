import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlanProblems } from '#contract/model/check-plan.ts';
import type { Plan, PlannedStep } from '#contract/model/plan.ts';

const step = (id: string, change: Partial<PlannedStep> = {}): PlannedStep => ({
  id,
  says: `Do ${id}`,
  action: 'ledger.add',
  args: {},
  dependsOn: [],
  risk: 'L1',
  ...change,
});
const plan = (...steps: PlannedStep[]): Plan => ({ goal: 'Do it', madeBy: 'built-in', steps, leftOut: [] });

describe('what is wrong with a plan', () => {
  it('is nothing when steps use only what they wait for', () => {
    const sound = plan(
      step('find'),
      step('move', { dependsOn: ['find'], args: { uid: { from: 'find', path: '/event/uid' } } }),
      step('tell', {
        dependsOn: ['find', 'move'],
        when: { value: { from: 'move', path: '/event' }, is: 'not-empty' },
      }),
    );
    expect(findPlanProblems(sound)).toEqual([]);
  });

  it('is that it has no steps', () => {
    expect(findPlanProblems(plan())).toEqual(['The plan has no steps.']);
  });

  it('is that two steps have one name', () => {
    expect(findPlanProblems(plan(step('a'), step('a')))).toEqual(['Two steps are called “a”.']);
  });

  it('is that a step waits for one that is not there', () => {
    expect(findPlanProblems(plan(step('a', { dependsOn: ['b'] })))).toEqual([
      '“a” waits for “b”, which is not in the plan.',
    ]);
  });

  it('is that a step waits for itself', () => {
    expect(findPlanProblems(plan(step('a', { dependsOn: ['a'] })))).toEqual([
      'The steps wait for each other in a circle.',
    ]);
  });

  it('is that a value deep in the arguments, or a condition, is used without waiting for it', () => {
    const deep = { list: [{ inner: { from: 'a', path: '' } }] };
    const when = { value: { from: 'a', path: '/x' }, is: 'equal', than: 1 } as const;
    expect(findPlanProblems(plan(step('a'), step('b', { args: deep })))).toHaveLength(1);
    expect(findPlanProblems(plan(step('a'), step('b', { when })))).toHaveLength(1);
  });

  it('is a circle exactly when no order of the steps exists', () => {
    const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const steps = Array.from({ length: 8 }, (_, n) =>
          step(`s${n}`, { dependsOn: pairs.filter(([from]) => from === n).map(([, to]) => `s${to}`) }),
        );
        expect(findPlanProblems(plan(...steps)).length === 0).toBe(canBeOrdered(steps));
      }),
    );
  });
});

/** Takes away what waits for nothing until nothing is left, or nothing can be taken. */
function canBeOrdered(steps: readonly PlannedStep[]): boolean {
  let left = [...steps];
  for (;;) {
    const names = new Set(left.map(({ id }) => id));
    const stuck = left.filter(({ dependsOn }) => dependsOn.some((id) => names.has(id)));
    if (stuck.length === left.length) return left.length === 0;
    left = stuck;
  }
}
