/** A call as far as its place in the order of taking back depends on it. */
export type Placed = {
  readonly id: string;
  readonly runId: string;
  readonly stepId: string;
  readonly createdAt: string;
};

type PlannedDependence = { readonly id: string; readonly dependsOn: readonly string[] };

/** What builds on what in one run. A plan has no circle. */
export type Dependence = {
  /** The steps that build on this one, through others too. */
  builtOn(stepId: string): ReadonlySet<string>;
  /** The steps that this one builds on, through others too. */
  under(stepId: string): ReadonlySet<string>;
};

export function readDependence(steps: readonly PlannedDependence[]): Dependence {
  const below = new Map(steps.map(({ id, dependsOn }) => [id, dependsOn]));
  const above = new Map<string, string[]>();
  for (const { id, dependsOn } of steps) {
    for (const ground of dependsOn) above.set(ground, [...(above.get(ground) ?? []), id]);
  }
  return {
    builtOn: (stepId) => reach(stepId, (id) => above.get(id) ?? []),
    under: (stepId) => reach(stepId, (id) => below.get(id) ?? []),
  };
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
  dependenceOf: (runId: string) => Dependence,
): { readonly call: Call; readonly after: readonly string[] }[] {
  const latestFirst = [...calls].sort((a, b) => compare(b.createdAt, a.createdAt) || compare(b.id, a.id));
  return latestFirst.map((call) => {
    const builtOn = dependenceOf(call.runId).builtOn(call.stepId);
    const after = calls.filter(({ runId, stepId }) => runId === call.runId && builtOn.has(stepId));
    return { call, after: after.map(({ id }) => id) };
  });
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
