/**
 * Which pieces at Notion were written under which key, as far as this process knows. Notion keeps no mark of ours, so
 * that otherwise two calls at once could each take for its own what the other wrote.
 */
const writers = new Map<string, string>();
const MOST = 20_000;

/** Ids of what was written under `key`. */
export function claim(key: string, ids: Iterable<string>): void {
  for (const id of ids) writers.set(id, key);
  for (const id of writers.keys()) {
    if (writers.size <= MOST) return;
    writers.delete(id);
  }
}

export const isOf = (key: string, id: string): boolean => writers.get(id) === key;
/** Nobody of this process is known to have written it: it may have been written before a crash. */
export const isNobodys = (id: string): boolean => !writers.has(id);
