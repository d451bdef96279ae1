import type { Json } from '#contract/model/json.ts';
import type { ArgTemplate } from '#contract/model/plan.ts';

/** RFC 6901. Undefined when there is nothing at that place. */
export function readPointer(value: Json, pointer: string): Json | undefined {
  const parts = partsOf(pointer);
  if (parts === null) return undefined;
  let here: Json | undefined = value;
  for (const part of parts) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Object.entries(here).find(([key]) => key === part)?.[1];
  }
  return here;
}

/** A copy with `replacement` at the place, whose name may be new. Throws a RangeError when there is no such place. */
export function writePointer(template: ArgTemplate, pointer: string, replacement: Json): ArgTemplate {
  const parts = partsOf(pointer);
  if (parts === null) throw new RangeError(`“${pointer}” is not a place.`);
  return writeAt(template, parts, replacement);
}

function writeAt(template: ArgTemplate, [part, ...rest]: readonly string[], replacement: Json): ArgTemplate {
  if (part === undefined) return replacement;
  const entries = template === null || typeof template !== 'object' ? null : Object.entries(template);
  const isThere = entries?.some(([key]) => key === part) ?? false;
  const isNewName = !isThere && rest.length === 0 && !Array.isArray(template);
  if (entries === null || !(isThere || isNewName)) throw new RangeError(`There is no place “${part}”.`);
  if (isNewName) return Object.fromEntries([...entries, [part, replacement]]);
  const changed = entries.map(([key, child]): [string, ArgTemplate] => [
    key,
    key === part ? writeAt(child, rest, replacement) : child,
  ]);
  return Array.isArray(template) ? changed.map(([, child]) => child) : Object.fromEntries(changed);
}

export const pointerOf = (parts: readonly string[]): string =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Whether a place is another one or lies inside of it. */
export const isPlaceWithin = (place: string, around: string): boolean =>
  place === around || place.startsWith(`${around}/`);

/** Null for what is no pointer: every part of one begins with a slash. */
function partsOf(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
