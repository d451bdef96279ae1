import type { Resume } from '#connectors/cv/resume.ts';
import { MAY_BE_REWORDED, type Pointer, type Tailored } from '#connectors/cv/tailor.ts';
import { findInvention } from '#connectors/cv/wording.ts';
import { t } from '#contract/language/t.ts';
import type { Json } from '#contract/model/json.ts';
import { pointerOf, readPointer } from '#contract/model/json-pointer.ts';

export type Violation = { readonly place: Pointer; readonly says: string; readonly because: string };

/**
 * Every claim of a result that the person's CV does not make. Each text has to name the one that it is, of the same
 * field and of an entry of the same part; texts of one entry have to come from one entry, so that no date goes to another
 * employer; and it is that text letter for letter, or a line that says no more.
 */
export function findViolations(
  source: Resume,
  { resume, sources }: Pick<Tailored, 'resume' | 'sources'>,
): readonly Violation[] {
  const entryOf = new Map<string, string>();
  const used = new Set<Pointer>();
  const violations: Violation[] = [];
  for (const { place, value } of leavesOf(resume as Json, [])) {
    const from = sources[place];
    const isTwice = from !== undefined && used.has(from);
    if (from !== undefined) used.add(from);
    const because = isTwice
      ? t`Its source stands there already.`
      : problemOf(place, value, source as Json, from, entryOf);
    if (because !== null) violations.push({ place, says: String(value), because });
  }
  return violations;
}

function problemOf(
  place: Pointer,
  value: Json,
  source: Json,
  from: Pointer | undefined,
  entryOf: Map<string, string>,
): string | null {
  if (from === undefined) return t`It comes from nowhere.`;
  if (fieldOf(from) !== fieldOf(place)) return t`It stands as ${fieldOf(place)}, and its source as ${fieldOf(from)}.`;
  const [entry, fromEntry] = [entryAt(place), entryAt(from)];
  if (entry !== null && (entryOf.get(entry) ?? fromEntry) !== fromEntry)
    return t`It comes from another entry than what stands beside it.`;
  if (entry !== null && fromEntry !== null) entryOf.set(entry, fromEntry);
  const own = readPointer(source, from);
  if (own === value) return null;
  if (typeof own !== 'string' || typeof value !== 'string') return t`Its source says something else.`;
  return MAY_BE_REWORDED.test(place) ? findInvention(value, own) : t`It is not its source letter for letter.`;
}

/** What kind of thing stands there, whatever its number. */
const fieldOf = (place: Pointer): string => place.replaceAll(/\/\d+(?=\/|$)/g, '/*');
const entryAt = (place: Pointer): string | null => /^\/[^/]+\/\d+/.exec(place)?.[0] ?? null;

function* leavesOf(value: Json, at: readonly string[]): Generator<{ place: Pointer; value: Json }> {
  if (value === null || typeof value !== 'object') yield { place: pointerOf(at), value };
  else for (const [key, child] of Object.entries(value)) yield* leavesOf(child, [...at, key]);
}
