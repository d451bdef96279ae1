import { z } from 'zod';

/**
 * Where a value came from: `person` (their own words), `memory` and `contact` (what they saved),
 * `outside:<connector>/<item>` (text that somebody else wrote), `model` (a language model made it up).
 */
export type ProvenanceMark = 'person' | 'memory' | 'contact' | 'model' | `outside:${string}/${string}`;
export const ProvenanceMarkSchema = z
  .string()
  .max(400)
  .regex(/^(person|memory|contact|model|outside:[^/]+\/.+)$/) as unknown as z.ZodType<ProvenanceMark>;

/** Every mark that had a part in a value, each once, sorted. A value made from two sources has both. */
export type Provenance = readonly ProvenanceMark[];
export const ProvenanceSchema = z.array(ProvenanceMarkSchema).readonly();

export function mergeProvenance(...parts: readonly Provenance[]): Provenance {
  return [...new Set(parts.flat())].sort();
}

export const isOutside = (mark: ProvenanceMark): boolean => mark.startsWith('outside:');
