import {
  type ArgTemplate,
  isReference,
  type Plan,
  type PlannedStep,
  type Reference,
  type StepId,
} from '#contract/model/plan.ts';

/**
 * What is wrong with the shape of a plan, one plain sentence each; empty when it can run. A plan is
 * sound when it has steps, their ids are unique, its dependencies exist and have no circle, and every reference
 * points at a step that this one depends on.
 */
export function findPlanProblems(plan: Plan): readonly string[] {
  const steps = new Map<StepId, PlannedStep>();
  const problems: string[] = [];
  if (plan.steps.length === 0) problems.push('The plan has no steps.');
  for (const step of plan.steps) {
    if (steps.has(step.id)) problems.push(`Two steps are called “${step.id}”.`);
    steps.set(step.id, step);
  }
  for (const step of plan.steps) {
    for (const id of step.dependsOn) {
      if (!steps.has(id)) problems.push(`“${step.id}” waits for “${id}”, which is not in the plan.`);
    }
    for (const reference of referencesOf(step)) {
      if (!step.dependsOn.includes(reference.from)) {
        problems.push(`“${step.id}” uses what “${reference.from}” finds but does not wait for it.`);
      }
    }
  }
  if (problems.length === 0 && !isAcyclic(steps)) problems.push('The steps wait for each other in a circle.');
  return problems;
}

/** Every place where a step uses what an earlier step found. */
function referencesOf(step: PlannedStep): readonly Reference[] {
  const found = [...referencesIn(step.args)];
  if (step.when) found.push(step.when.value);
  return found;
}

function* referencesIn(template: ArgTemplate): Generator<Reference> {
  if (template === null || typeof template !== 'object') return;
  if (isReference(template)) yield template;
  else for (const child of Object.values(template)) yield* referencesIn(child);
}

function isAcyclic(steps: ReadonlyMap<StepId, PlannedStep>): boolean {
  const waitingFor = new Map([...steps.values()].map((step) => [step.id, new Set(step.dependsOn).size]));
  const dependents = new Map<StepId, StepId[]>();
  for (const step of steps.values()) {
    for (const id of new Set(step.dependsOn)) dependents.set(id, [...(dependents.get(id) ?? []), step.id]);
  }
  const free = [...steps.keys()].filter((id) => waitingFor.get(id) === 0);
  let done = 0;
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    done += 1;
    for (const next of dependents.get(id) ?? []) {
      const left = (waitingFor.get(next) ?? 0) - 1;
      waitingFor.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return done === steps.size;
}
