import type { Json } from '#contract/model/json.ts';

/** The same value always gives the same text: keys sorted, no white space. What is hashed is this. */
export function canonicalJson(value: Json | object): string {
  return JSON.stringify(value, (_key, child: unknown) =>
    child !== null && typeof child === 'object' && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).sort(([a], [b]) => (a < b ? -1 : 1)))
      : child,
  );
}
