import type { Json } from '#contract/model/json.ts';
import { type ArgTemplate, isReference, type Plan } from '#contract/model/plan.ts';

/**
 * What a plan does, without its values: which actions in which order, what each waits for, and which arguments of which
 * kind it has. Two plans of one sentence that differ in nothing but dates and words have the same shape.
 */
export function shapeOf({ steps }: Plan): string {
  const place = new Map(steps.map(({ id }, position) => [id, position]));
  const positionOf = (id: string): number => place.get(id) ?? -1;

  function shapeOfArgs(args: ArgTemplate): Json {
    if (isReference(args)) return { from: positionOf(args.from), path: args.path };
    if (args === null || typeof args !== 'object') return args === null ? 'null' : typeof args;
    if (Array.isArray(args)) return args.map(shapeOfArgs);
    const entries = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, child]) => [key, shapeOfArgs(child)]));
  }

  return JSON.stringify(
    steps.map(({ action, args, dependsOn, when }) => [
      action,
      shapeOfArgs(args),
      dependsOn.map(positionOf),
      when ? [positionOf(when.value.from), when.value.path, when.is, when.than ?? null] : null,
    ]),
  );
}
