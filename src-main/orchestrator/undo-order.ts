/** A call as far as its place in the order of taking back depends on it. */
export type Placed = {
  readonly id: string;
  readonly runId: string;
  readonly stepId: string;
  readonly createdAt: string;
};

type PlannedDependence = { readonly id: string; readonly dependsOn: readonly string[] };

/** The steps of a run that build on this one, through others too. A plan has no circle. */
export function stepsBuiltOn(steps: readonly PlannedDependence[], stepId: string): ReadonlySet<string> {
  return reach(stepId, (id) => steps.filter(({ dependsOn }) => dependsOn.includes(id)).map((step) => step.id));
}

/** The steps of a run that this one builds on, through others too. */
export function stepsUnder(steps: readonly PlannedDependence[], stepId: string): ReadonlySet<string> {
  return reach(stepId, (id) => steps.find((step) => step.id === id)?.dependsOn ?? []);
}

function reach(from: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    for (const one of next(id)) {
      if (reached.has(one)) continue;
      reached.add(one);
      ahead.push(one);
    }
  }
  return reached;
}

/**
 * The order of taking back: the latest first over all runs, since a later one may be about what an earlier one made.
 * `after`: those of the list that build on this one and go before it.
 */
export function orderUndo<Call extends Placed>(
  calls: readonly Call[],
  stepsOf: (runId: string) => readonly PlannedDependence[],
): { readonly call: Call; readonly after: readonly string[] }[] {
  const latestFirst = [...calls].sort((a, b) => compare(b.createdAt, a.createdAt) || compare(b.id, a.id));
  return latestFirst.map((call) => {
    const builtOn = stepsBuiltOn(stepsOf(call.runId), call.stepId);
    const after = calls.filter(({ runId, stepId }) => runId === call.runId && builtOn.has(stepId));
    return { call, after: after.map(({ id }) => id) };
  });
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
