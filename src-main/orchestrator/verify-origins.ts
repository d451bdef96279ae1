import { pointerOf } from '#contract/model/json-pointer.ts';
import type { MemoryItem } from '#contract/model/memory-item.ts';
import { type ArgTemplate, isReference, type Plan, type PlannedStep } from '#contract/model/plan.ts';
import { isOutside, mergeProvenance, type Provenance, type ProvenanceMark } from '#contract/model/provenance.ts';
import type { SavedPerson } from '#contract/model/saved-person.ts';

/** What a planner was given to read, as far as it says where a literal can have come from. */
export type Said = {
  /** The person's own words: the sentence, and their answers. */
  readonly words: readonly string[];
  readonly memory: readonly MemoryItem[];
  readonly contacts?: readonly SavedPerson[] | undefined;
  /** The marks of everything from outside that it had read; whatever it says may have come from there. */
  readonly read: Provenance;
};

/** Said in a sentence of the person's by more than chance. */
const SHORTEST_FACT = 4;

/**
 * The plan of a planner whose word counts for nothing: where each literal came from is looked up in what it was given
 * to read. The person's own is what stands in their words; their people's is what stands in a saved person; whatever
 * else it says it made up itself, or took from something that was read. What it claims can only add to that, never
 * take away.
 */
export function verifyOrigins(plan: Plan, said: Said): Plan {
  return { ...plan, madeBy: 'model', steps: plan.steps.map((step) => ({ ...step, origins: originsOf(step, said) })) };
}

/** Of every literal of a step, by where it stands. */
export function originsOf(step: Pick<PlannedStep, 'args' | 'origins'>, said: Said): Record<string, Provenance> {
  const origins: Record<string, Provenance> = { '': madeUp(null, said) };
  const claimed = Object.entries(step.origins ?? {});

  function note(node: ArgTemplate, parts: readonly string[]): void {
    if (node !== null && typeof node === 'object') {
      if (!isReference(node)) for (const [key, child] of Object.entries(node)) note(child, [...parts, key]);
      return;
    }
    const here = pointerOf(parts);
    const admitted = claimed.flatMap(([place, marks]) =>
      place === here || here.startsWith(`${place}/`) ? marks.filter(isOutside) : [],
    );
    origins[here] = mergeProvenance(originOf(node, said), admitted);
  }

  note(step.args, []);
  return origins;
}

function originOf(literal: string | number | boolean | null, said: Said): Provenance {
  if (typeof literal === 'boolean' || literal === null) return madeUp(null, said);
  const text = String(literal);
  if (said.words.some((words) => isSaidIn(words, text))) return ['person'];
  const isContact =
    said.memory.some((item) => item.kind === 'person' && [item.name, item.email].includes(text.trim())) ||
    (said.contacts ?? []).some(({ name, emails }) => [name, ...emails].includes(text.trim()));
  return isContact ? ['contact'] : madeUp(text, said);
}

/** A fact that the person keeps may be text that somebody else wrote: once it was read, anything can come from it. */
function madeUp(text: string | null, { memory, read }: Said): Provenance {
  const facts = memory.filter((item) => item.kind !== 'person');
  const named = facts.filter((fact) => text !== null && text.length >= SHORTEST_FACT && fact.text.includes(text));
  const from = named.length > 0 ? named : facts;
  const marks = from.map(({ id }): ProvenanceMark => `outside:memory/${id}`);
  return mergeProvenance(['model'], read, marks);
}

/** Whether it stands there word for word, and not as a part of a longer word, number, address or link. */
function isSaidIn(words: string, literal: string): boolean {
  const [text, wanted] = [plain(words), plain(literal)];
  if (!/[\p{L}\p{N}]/u.test(wanted)) return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isBegun = !/[\p{L}\p{N}@._%+/:=&?#~-]$/u.test(text.slice(Math.max(0, at - 2), at));
    const isEnded = !/^([\p{L}\p{N}@_%+/=&#~-]|[.,:?][\p{L}\p{N}])/u.test(text.slice(at + wanted.length));
    if (isBegun && isEnded) return true;
  }
  return false;
}

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
