import type { Json } from '#contract/model/json.ts';
import { pointerOf, readPointer } from '#contract/model/json-pointer.ts';
import { originAt } from '#contract/model/origins.ts';
import { type ArgTemplate, isReference, type StepId } from '#contract/model/plan.ts';
import { mergeProvenance, type Provenance } from '#contract/model/provenance.ts';
import { fail, type Result, succeed } from '#contract/model/result.ts';
import { type Found, provenanceAt } from '#main/executor/found.ts';

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
