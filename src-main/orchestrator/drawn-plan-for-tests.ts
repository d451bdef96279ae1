import fc from 'fast-check';
import type { Domain } from '#contract/model/domain.ts';
import type { Condition, IfFails, PlannedStep, PlanningOutcome } from '#contract/model/plan.ts';

/** What the remote does at one try. `cut`: the connection is lost before or after it was done. */
export type Try = 'well' | 'later' | 'never' | 'cut-before' | 'cut-after';

/**
 * `look` changes nothing; `put` needs no OK and can be found again; `drop` is as `put`, but nobody can find it again;
 * `sign` needs an OK.
 */
export type Verb = 'look' | 'put' | 'drop' | 'sign';
export const RISKS = { look: 'L0', put: 'L2', drop: 'L2', sign: 'L3' } as const;

/** A step with all that the world and the person will make of it, so that its end can be foretold. */
export type DrawnStep = {
  readonly id: string;
  readonly provider: 'left' | 'far';
  readonly verb: Verb;
  readonly domain: Domain | null;
  readonly dependsOn: readonly string[];
  readonly when: Condition | null;
  /** What it finds, for conditions. */
  readonly yields: number;
  /** Try by try; after these all is well. */
  readonly tries: readonly Try[];
  /** Turns of the event loop that a try takes. */
  readonly turns: number;
  readonly answer: 'yes' | 'no';
  readonly ifNotThere: 'do-it-again' | 'leave-it';
  readonly ifGivenUp: 'replay' | 'discard';
};
export type DrawnPlan = { readonly ifFails: IfFails; readonly steps: readonly DrawnStep[] };

/** One more than are made by themselves before the person is asked. */
const AS_OFTEN_AS_MAKES_SENSE: readonly Try[] = Array.from({ length: 6 }, () => 'later');

const tries: fc.Arbitrary<readonly Try[]> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom('later', 'cut-before', 'cut-after'), { maxLength: 2 }) },
  { weight: 2, arbitrary: fc.constant(['never'] as const) },
  { weight: 1, arbitrary: fc.constant(AS_OFTEN_AS_MAKES_SENSE) },
);

const anyStep = fc.record({
  provider: fc.constantFrom('left', 'left', 'far'),
  verb: fc.constantFrom('put', 'sign', 'look', 'drop'),
  domain: fc.constantFrom(null, 'travel', 'everyday'),
  /** Which of the steps before it, and whether one of them decides. */
  ground: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
  when: fc.option(fc.record({ is: fc.constantFrom('equal', 'not-equal', 'less'), than: fc.nat({ max: 2 }) })),
  yields: fc.nat({ max: 2 }),
  tries,
  turns: fc.nat({ max: 15 }),
  answer: fc.constantFrom('yes', 'yes', 'no'),
  ifNotThere: fc.constantFrom('do-it-again', 'leave-it'),
  ifGivenUp: fc.constantFrom('replay', 'discard'),
} as const);

export const anyPlan: fc.Arbitrary<DrawnPlan> = fc
  .record({
    ifFails: fc.constantFrom('leave', 'undo'),
    drawn: fc.array(anyStep, { minLength: 1, maxLength: 6 }),
  } as const)
  .map(({ ifFails, drawn }) => ({
    ifFails,
    steps: drawn.map(({ ground, when, tries: all, ...step }, n): DrawnStep => {
      const dependsOn = n === 0 ? [] : [...new Set(ground.map((one) => `s${one % n}`))];
      const [from] = dependsOn;
      return {
        ...step,
        id: `s${n}`,
        dependsOn,
        when: when && from !== undefined ? { ...when, value: { from, path: '/yields' } } : null,
        // A look has no effect of which anybody could wonder whether it happened.
        tries: step.verb === 'look' ? all.filter((each) => !each.startsWith('cut')) : all,
      };
    }),
  }));

/** The name of a step at the remote, over all plans. */
export const entryOf = (plan: number, stepId: string): string => `${plan} ${stepId}`;

export function toPlan({ ifFails, steps }: DrawnPlan, plan: number): PlanningOutcome {
  const planned = steps.map(
    ({ id, provider, verb, domain, dependsOn, when, yields }): PlannedStep => ({
      id,
      says: `${verb} ${id}`,
      action: `${provider}.${verb}`,
      args: { entry: entryOf(plan, id), yields },
      dependsOn,
      risk: RISKS[verb],
      ...(when && { when }),
      ...(domain && { domain }),
    }),
  );
  return { kind: 'plan', plan: { goal: `Plan ${plan}`, madeBy: 'built-in', steps: planned, leftOut: [], ifFails } };
}
