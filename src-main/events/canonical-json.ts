import type { Json } from '#contract/model/json.ts';

/** The same value always gives the same text: keys sorted, no white space. What is hashed is this. */
export function canonicalJson(value: Json | object): string {
  return textOf(value) ?? 'null';
}

/** Undefined for what JSON leaves out of an object. */
function textOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return textOf(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item) ?? 'null').join(',')}]`;
  let inside = '';
  for (const key of Object.keys(value).sort()) {
    const text = textOf((value as Record<string, unknown>)[key]);
    if (text !== undefined) inside += `${inside === '' ? '' : ','}${JSON.stringify(key)}:${text}`;
  }
  return `{${inside}}`;
}
