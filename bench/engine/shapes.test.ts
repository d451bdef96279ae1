import { expect, it } from 'vitest';
import { findPlanProblems } from '#contract/model/check-plan.ts';
import { type PlannedStep, PlannedStepSchema } from '#contract/model/plan.ts';
import { planOf, shapeIds, shapes, stepsIn } from './shapes.ts';

function stepsOf(shape: Parameters<typeof planOf>[0]): readonly PlannedStep[] {
  const outcome = planOf(shape);
  if (outcome.kind !== 'plan') throw new Error('That is no plan.');
  expect(findPlanProblems(outcome.plan)).toEqual([]);
  return outcome.plan.steps;
}

it.each(shapeIds)('shape (%s) is a sound plan of valid steps', (id) => {
  const steps = stepsOf(shapes[id]);
  expect(steps).toHaveLength(shapes[id].steps);
  for (const step of steps) expect(PlannedStepSchema.safeParse(step).success).toBe(true);
});

it('has as many steps in all as its name says', () => {
  expect(shapeIds.map((id) => stepsIn(shapes[id]))).toEqual([10_000, 2200, 1000]);
});

it('lets every step of a chain wait for the one before', () => {
  expect(stepsOf({ kind: 'chain', steps: 3 }).map(({ dependsOn }) => dependsOn)).toEqual([[], ['step-1'], ['step-2']]);
});

it('lets the last step of a fan wait for all the others, and those for nobody', () => {
  const waits = stepsOf({ kind: 'fan', steps: 4 }).map(({ dependsOn }) => dependsOn);
  expect(waits).toEqual([[], [], [], ['step-1', 'step-2', 'step-3']]);
});
