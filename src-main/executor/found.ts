import type { Json } from '#contract/model/json.ts';
import { isPlaceWithin } from '#contract/model/json-pointer.ts';
import { mergeProvenance, type Provenance, type ProvenanceMark } from '#contract/model/provenance.ts';
import type { OutsideItem } from '#contract/model/source.ts';

/** A part of what a step found that somebody else wrote: where it stands, and what it is of. */
export type FoundPart = { readonly path: string; readonly mark: ProvenanceMark; readonly of: OutsideItem };

/** What an earlier step found, with where that came from. */
export type Found = {
  readonly output: Json;
  /** Of all of it: the marks of what was asked with, which decided what was found. */
  readonly provenance: Provenance;
  readonly parts?: readonly FoundPart[];
};

/**
 * Where the value at a place of it came from: what was asked with, every part inside of the place, and of the parts
 * around it the nearest.
 */
export function provenanceAt(found: Found, path: string): Provenance {
  const { parts = [] } = found;
  const inside = parts.filter((part) => part.path !== path && isPlaceWithin(part.path, path));
  const around = parts.filter((part) => isPlaceWithin(path, part.path));
  const nearest = Math.max(...around.map((part) => part.path.length));
  const marks = [...inside, ...around.filter((part) => part.path.length === nearest)].map(({ mark }) => mark);
  return mergeProvenance(found.provenance, marks);
}

/** Of all of it, whatever place is meant. */
export const wholeProvenance = ({ provenance, parts = [] }: Found): Provenance =>
  mergeProvenance(
    provenance,
    parts.map(({ mark }) => mark),
  );
