import type { PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';

/** A load that every engine is given alike: so many runs, all submitted at once, each of the same steps. */
export type Shape = {
  readonly id: ShapeId;
  readonly says: string;
  readonly runs: number;
  /** `chain`: one step after the other. `fan`: `steps - 1` side by side, and one that waits for all of them. */
  readonly kind: 'chain' | 'fan';
  /** Steps of one run. */
  readonly steps: number;
};
export type ShapeId = (typeof shapeIds)[number];

export const shapeIds = ['a', 'b', 'c'] as const;

export const shapes: Readonly<Record<ShapeId, Shape>> = {
  a: { id: 'a', says: '1,000 runs of 10 steps, one after the other', runs: 1000, kind: 'chain', steps: 10 },
  b: { id: 'b', says: '200 runs of 10 steps side by side and one that joins them', runs: 200, kind: 'fan', steps: 11 },
  c: { id: 'c', says: 'one run of 1,000 steps, one after the other', runs: 1, kind: 'chain', steps: 1000 },
};

export const stepsIn = ({ runs, steps }: Shape): number => runs * steps;

export const IDLE_ACTION = 'idle.answer';

/** The plan of one run, as the planner would hand it over. */
export function planOf(shape: Pick<Shape, 'kind' | 'steps'>): PlanningOutcome {
  const steps = Array.from(
    { length: shape.steps },
    (_, index): PlannedStep => ({
      id: `step-${index + 1}`,
      says: `Answer for the ${index + 1}. time`,
      action: IDLE_ACTION,
      args: { text: `Answer number ${index + 1}` },
      dependsOn: dependenciesOf(shape, index),
      risk: 'L1',
    }),
  );
  return { kind: 'plan', plan: { goal: `Answer ${steps.length} times`, madeBy: 'built-in', steps, leftOut: [] } };
}

function dependenciesOf({ kind, steps }: Pick<Shape, 'kind' | 'steps'>, index: number): string[] {
  switch (kind) {
    case 'chain':
      return index === 0 ? [] : [`step-${index}`];
    case 'fan':
      return index < steps - 1 ? [] : Array.from({ length: steps - 1 }, (_, before) => `step-${before + 1}`);
  }
}
