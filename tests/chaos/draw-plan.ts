import type { PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';
import { drawFrom, oneOf } from './draw-from.ts';

const RISKS = { put: 'L2', send: 'L2', book: 'L3' } as const;

/** The plan of one request of a seed: a sequence, a fan-out, or a little of both. */
export function drawPlan(seed: number, request: number): PlanningOutcome {
  const random = drawFrom(seed * 7919 + request);
  const shape = oneOf(random(), 'sequence', 'fan-out', 'mixed');
  const steps: PlannedStep[] = [];
  const count = 2 + Math.floor(random() * 5);
  for (let n = 0; n < count; n += 1) {
    const verb = oneOf(random(), 'put', 'put', 'send', 'book');
    const before = steps.map(({ id }) => id);
    const last = before.slice(-1);
    const dependsOn =
      shape === 'sequence' ? last : shape === 'fan-out' ? before.slice(0, 1) : before.filter(() => random() < 0.4);
    steps.push({
      id: `s${n}`,
      says: `${verb} ${request}.${n}`,
      action: `remote.${verb}`,
      args: { entry: `${request}.${n}` },
      dependsOn,
      risk: RISKS[verb],
    });
  }
  return { kind: 'plan', plan: { goal: `Request ${request}`, madeBy: 'built-in', steps, leftOut: [] } };
}
