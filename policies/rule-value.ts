/** An entity is a symbol, so that it can never be equal to a text. Numbers are whole, as Cedar has no others. */
export type Value = boolean | number | string | symbol | readonly Value[] | { readonly [name: string]: Value };

/** Thrown where this reading of a rule has no answer of its own; Cedar is asked instead. */
export class NoAnswer extends Error {}

export const entity = ({ type, id }: { readonly type: string; readonly id: string }): symbol =>
  Symbol.for(`${type}::${JSON.stringify(id)}`);

/** Compares what is one thing. Sets and records are left to Cedar. */
export function isSame(left: Value, right: Value): boolean {
  if (typeof left === 'object' || typeof right === 'object') throw new NoAnswer('whole sets or records are compared');
  return left === right;
}

export function asBoolean(value: Value): boolean {
  if (typeof value !== 'boolean') throw new NoAnswer('a yes or no was wanted');
  return value;
}

/** Beyond these whole numbers are not exact here, and far from where Cedar’s own overflow. */
export function asNumber(value: Value): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new NoAnswer('a whole number was wanted');
  return value;
}

export function asSet(value: Value): readonly Value[] {
  if (!Array.isArray(value)) throw new NoAnswer('a set was wanted');
  return value;
}

export function asRecord(value: Value): { readonly [name: string]: Value } {
  if (typeof value !== 'object' || Array.isArray(value)) throw new NoAnswer('a record was wanted');
  return value as { readonly [name: string]: Value };
}
