import type { Json } from '#contract/model/json.ts';
import type { ArgTemplate } from '#contract/model/plan.ts';

/** RFC 6901. Undefined when there is nothing at that place. */
export function readPointer(value: Json, pointer: string): Json | undefined {
  let here: Json | undefined = value;
  for (const part of partsOf(pointer)) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Array.isArray(here) ? here[Number(part)] : Object.entries(here).find(([key]) => key === part)?.[1];
  }
  return here;
}

/** A copy with `replacement` at the place. Throws a RangeError when there is no such place. */
export function writePointer(template: ArgTemplate, pointer: string, replacement: Json): ArgTemplate {
  const [part, ...rest] = partsOf(pointer);
  if (part === undefined) return replacement;
  if (template === null || typeof template !== 'object') throw new RangeError(`There is nothing at ${pointer}.`);
  const entries = Object.entries(template);
  if (!entries.some(([key]) => key === part)) throw new RangeError(`There is nothing at ${pointer}.`);
  const changed = entries.map(([key, child]): [string, ArgTemplate] => [
    key,
    key === part ? writePointer(child, pointerOf(rest), replacement) : child,
  ]);
  return Array.isArray(template) ? changed.map(([, child]) => child) : Object.fromEntries(changed);
}

export const pointerOf = (parts: readonly string[]): string =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function partsOf(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
