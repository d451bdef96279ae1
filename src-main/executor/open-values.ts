import { pointerOf } from '#contract/model/json-pointer.ts';
import { type ArgTemplate, isOpenValue, isReference } from '#contract/model/plan.ts';
import type { StepRow } from '#db/repositories/steps.ts';

/**
 * What a plan left open in a step, by where it stands. Only a model's plan leaves something open: what a person or a
 * program wrote is taken as it stands, whatever it looks like.
 */
export function openValuesOf({ args, origins }: Pick<StepRow, 'args' | 'origins'>): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  if (!origins['']?.includes('model')) return open;

  function look(node: ArgTemplate, parts: readonly string[]): void {
    if (node === null || typeof node !== 'object' || isReference(node)) return;
    if (isOpenValue(node)) open.set(pointerOf(parts), node.open);
    else for (const [key, child] of Object.entries(node)) look(child, [...parts, key]);
  }

  look(args, []);
  return open;
}
