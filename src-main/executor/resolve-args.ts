import type { Json } from '#contract/model/json.ts';
import { type ArgTemplate, isReference, type StepId } from '#contract/model/plan.ts';
import { isOutside, mergeProvenance, type Provenance } from '#contract/model/provenance.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { type Found, provenanceAt } from '#main/executor/found.ts';
import { pointerOf, readPointer } from '#main/executor/json-pointer.ts';

export type ResolvedArgs = {
  readonly args: Json;
  /** The provenance of every value by JSON pointer; a list or object has that of all its parts. */
  readonly provenance: ReadonlyMap<string, Provenance>;
};

/**
 * Fills a template's references with what earlier steps found and computes where every value came
 * from: a reference has the marks of the place it points at, a literal those of `origins` at its own
 * place or at the nearest place around it.
 */
export function resolveArgs(
  template: ArgTemplate,
  origins: Readonly<Record<string, Provenance>>,
  found: ReadonlyMap<StepId, Found>,
): Result<ResolvedArgs> {
  const provenance = new Map<string, Provenance>();
  let missing: string | null = null;

  function resolve(node: ArgTemplate, parts: readonly string[]): Json {
    const here = pointerOf(parts);
    if (node !== null && typeof node === 'object' && !isReference(node)) {
      const entries = Object.entries(node).map(([key, child]): [string, Json] => [
        key,
        resolve(child, [...parts, key]),
      ]);
      const inside = entries.map(([key]) => provenance.get(pointerOf([...parts, key])) ?? []);
      provenance.set(here, entries.length > 0 ? mergeProvenance(...inside) : originAt(origins, parts));
      return Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
    }
    if (!isReference(node)) {
      provenance.set(here, originAt(origins, parts));
      return node;
    }
    const source = found.get(node.from);
    const value = source && readPointer(source.output, node.path);
    if (!source || value === undefined) {
      missing ??= `${node.from}${node.path}`;
      return null;
    }
    provenance.set(here, provenanceAt(source, node.path));
    return value;
  }

  const args = resolve(template, []);
  return missing === null ? succeed({ args, provenance }) : fail({ kind: 'not-found', what: missing });
}

/** Of a place, or of the nearest place around it for one that has come up since (inside of what was found, say). */
export function provenanceOfPlace(provenance: ReadonlyMap<string, Provenance>, parts: readonly string[]): Provenance {
  for (let length = parts.length; length >= 0; length -= 1) {
    const marks = provenance.get(pointerOf(parts.slice(0, length)));
    if (marks) return marks;
  }
  return [];
}

/** Whether a literal of the template, as it stood in the plan, has a mark from outside: no step of it read that. */
export function bringsForeignValues(
  template: ArgTemplate,
  origins: Readonly<Record<string, Provenance>>,
  parts: readonly string[] = [],
): boolean {
  if (template === null || typeof template !== 'object') return originAt(origins, parts).some(isOutside);
  if (isReference(template)) return false;
  return Object.entries(template).some(([key, child]) => bringsForeignValues(child, origins, [...parts, key]));
}

function originAt(origins: Readonly<Record<string, Provenance>>, parts: readonly string[]): Provenance {
  for (let length = parts.length; length >= 0; length -= 1) {
    const origin = origins[pointerOf(parts.slice(0, length))];
    if (origin) return origin;
  }
  return ['model'];
}
