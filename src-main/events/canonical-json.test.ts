import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '#contract/model/json.ts';
import { canonicalJson } from '#main/events/canonical-json.ts';

/** The same value with every object's keys in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, turned(child)]),
  );
}

it('gives one text to one value, in whatever order its keys were written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(turned(value) as Json)).toBe(canonicalJson(value as Json));
      expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('gives different values different texts', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const same = JSON.stringify(turned(turned(one))) === JSON.stringify(other);
      if (same) expect(canonicalJson(one as Json)).toBe(canonicalJson(other as Json));
      const oneText = canonicalJson(one as Json);
      const isEqual = fc.stringify(JSON.parse(oneText)) === fc.stringify(JSON.parse(canonicalJson(other as Json)));
      expect(oneText === canonicalJson(other as Json)).toBe(isEqual);
    }),
  );
});

it('keeps the order of a list and sorts the keys inside', () => {
  expect(canonicalJson([{ b: 1, a: [2, 1] }, null])).toBe('[{"a":[2,1],"b":1},null]');
});
