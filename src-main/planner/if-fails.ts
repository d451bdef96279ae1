import type { IfFails, PlannedStep } from '#contract/model/plan.ts';

type Step = Pick<PlannedStep, 'id' | 'dependsOn' | 'risk'>;

/**
 * What becomes of what was done when a step fails: taken back only where one change builds on another, since half of
 * that makes no sense. What only rests on a look stands by itself, and so does everything a person asked for side by side.
 */
export function ifFails(steps: readonly Step[]): IfFails {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const restsOnChange = (step: Step, seen: ReadonlySet<string>): boolean =>
    step.dependsOn.some((id) => {
      const ground = byId.get(id);
      if (!ground || seen.has(id)) return false;
      return ground.risk !== 'L0' || restsOnChange(ground, new Set([...seen, id]));
    });
  return steps.some((step) => step.risk !== 'L0' && restsOnChange(step, new Set([step.id]))) ? 'undo' : 'leave';
}
