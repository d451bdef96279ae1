import { pointerOf } from '#contract/model/json-pointer.ts';
import { type ArgTemplate, isReference } from '#contract/model/plan.ts';
import { isOutside, type Provenance } from '#contract/model/provenance.ts';

/** Where the literals of a plan's arguments came from, by JSON pointer. */
type Origins = Readonly<Record<string, Provenance>>;

/** Of the literal at a place: its own, or that of the nearest place around it. What nobody says anything of, a model made up. */
export function originAt(origins: Origins, parts: readonly string[]): Provenance {
  for (let length = parts.length; length >= 0; length -= 1) {
    const origin = origins[pointerOf(parts.slice(0, length))];
    if (origin) return origin;
  }
  return ['model'];
}

/** Whether a literal, as it stood in the plan, has a mark from outside: no step of that plan read it. */
export function bringsForeignValues(template: ArgTemplate, origins: Origins, parts: readonly string[] = []): boolean {
  if (template === null || typeof template !== 'object') return originAt(origins, parts).some(isOutside);
  if (isReference(template)) return false;
  return Object.entries(template).some(([key, child]) => bringsForeignValues(child, origins, [...parts, key]));
}
