/** A step by its name, and the steps that have to be done before it. */
export type LaidStep = { readonly id: string; readonly after: readonly string[] };

/** Where a step stands: `layer` counts from the left, `place` from the top of its layer. */
export type Place = { readonly layer: number; readonly place: number };

export type Layout = {
  readonly places: ReadonlyMap<string, Place>;
  /** The steps of each layer from the top. */
  readonly layers: readonly (readonly string[])[];
  /** What is drawn between two steps; what follows by way of another step is not drawn as well. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
};

const SWEEPS = 4;

/**
 * Puts steps in layers, each as soon as what it waits for is done, and in an order in which few lines cross. A step
 * that waits for itself, by way of others or not, or for one that is not there, counts as not waiting for that.
 */
export function layOutSteps(steps: readonly LaidStep[]): Layout {
  const befores = orderedBefores(steps);
  const layerOf = new Map<string, number>();
  for (const [id, before] of befores) layerOf.set(id, Math.max(-1, ...before.map((one) => layerOf.get(one) ?? 0)) + 1);
  const byLayer = Map.groupBy(
    steps.map(({ id }) => id),
    (id) => layerOf.get(id) ?? 0,
  );
  // A step stands one layer after another one, so no layer between is empty.
  const layers = Array.from({ length: byLayer.size }, (_each, layer) => byLayer.get(layer) ?? []);
  const edges = drawnEdges(befores);
  const inOrder = untangle(layers, edges);
  const places = new Map(
    inOrder.flatMap((ids, layer) => ids.map((id, place): [string, Place] => [id, { layer, place }])),
  );
  return { places, layers: inOrder, edges };
}

/** Each step with what it waits for, in an order in which nothing comes before what it waits for. */
function orderedBefores(steps: readonly LaidStep[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map(steps.map((step) => [step.id, step]));
  const ordered = new Map<string, readonly string[]>();
  const open = new Set<string>();
  // With a stack of its own, since a plan of 500 steps can be one chain.
  for (const { id: first } of steps) {
    const stack = [first];
    while (stack.length > 0) {
      const id = stack.at(-1) ?? '';
      const after = [...new Set(known.get(id)?.after ?? [])].filter((one) => known.has(one));
      const missing = after.filter((one) => !ordered.has(one) && !open.has(one) && one !== id);
      open.add(id);
      if (missing.length > 0) stack.push(missing[0] ?? '');
      else {
        stack.pop();
        open.delete(id);
        if (!ordered.has(id))
          ordered.set(
            id,
            after.filter((one) => ordered.has(one)),
          );
      }
    }
  }
  return ordered;
}

function drawnEdges(befores: ReadonlyMap<string, readonly string[]>): Layout['edges'] {
  const reached = new Map<string, ReadonlySet<string>>();
  return [...befores].flatMap(([to, before]) => {
    const further = new Set(before.flatMap((one) => [...(reached.get(one) ?? [])]));
    reached.set(to, new Set([...further, ...before]));
    return before.filter((from) => !further.has(from)).map((from) => ({ from, to }));
  });
}

/** Each step moves to the middle of those that it is joined to, layer by layer to the right and back. */
function untangle(layers: readonly (readonly string[])[], edges: Layout['edges']): readonly (readonly string[])[] {
  const left = Map.groupBy(edges, ({ to }) => to);
  const right = Map.groupBy(edges, ({ from }) => from);
  let ordered = layers;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const places = new Map(ordered.flatMap((ids) => ids.map((id, place): [string, number] => [id, place])));
    const middle = (id: string): number => {
      const joined =
        sweep % 2 === 0 ? (left.get(id) ?? []).map(({ from }) => from) : (right.get(id) ?? []).map(({ to }) => to);
      const sum = joined.reduce((total, one) => total + (places.get(one) ?? 0), 0);
      return joined.length === 0 ? (places.get(id) ?? 0) : sum / joined.length;
    };
    const arrange = (ids: readonly string[]): readonly string[] => {
      const middles = new Map(ids.map((id) => [id, middle(id)]));
      const arranged = ids.toSorted((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
      for (const [place, id] of arranged.entries()) places.set(id, place);
      return arranged;
    };
    ordered = sweep % 2 === 0 ? ordered.map(arrange) : ordered.toReversed().map(arrange).toReversed();
  }
  return ordered;
}

/** The step that an arrow key, Home or End goes to; null where there is none that way or the key is another. */
export function neighbourOf({ places, layers, edges }: Layout, id: string, key: string): string | null {
  const at = places.get(id);
  if (at === undefined) return null;
  const nearest = (layer: number): string | null => {
    const ids = layers[layer] ?? [];
    return ids[Math.min(at.place, ids.length - 1)] ?? null;
  };
  switch (key) {
    case 'ArrowUp':
      return layers[at.layer]?.[at.place - 1] ?? null;
    case 'ArrowDown':
      return layers[at.layer]?.[at.place + 1] ?? null;
    case 'ArrowRight':
      return edges.find(({ from }) => from === id)?.to ?? nearest(at.layer + 1);
    case 'ArrowLeft':
      return edges.find(({ to }) => to === id)?.from ?? nearest(at.layer - 1);
    case 'Home':
      return layers[0]?.[0] ?? null;
    case 'End':
      return layers.at(-1)?.at(-1) ?? null;
    default:
      return null;
  }
}
