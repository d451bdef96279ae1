import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#contract/model/json.ts';
import { pointerOf, readPointer, writePointer } from '#contract/model/json-pointer.ts';

describe('reading', () => {
  const document: Json = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'm~n': 8,
    ' ': 7,
    nothing: null,
    deep: [{ x: [1, { y: 'here' }] }],
  };

  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/m~0n', 8],
    ['/ ', 7],
    ['/nothing', null],
    ['/deep/0/x/1/y', 'here'],
  ])('finds what stands at “%s”', (pointer, value) => {
    expect(readPointer(document, pointer)).toEqual(value);
  });

  it.each([
    '/nowhere',
    '/foo/2',
    '/foo/-',
    '/foo/-1',
    '/foo/',
    '/foo/01',
    '/foo/1e0',
    '/foo/length',
    '/nothing/x',
    '/foo/0/0',
    '/constructor',
    '/__proto__',
    'foo',
    'xfoo',
  ])('finds nothing at “%s”', (pointer) => {
    expect(readPointer(document, pointer)).toBeUndefined();
  });
});

describe('writing', () => {
  it('replaces one place, adds a missing name, and leaves the rest and the original alone', () => {
    const before = { a: { b: [1, 2] }, c: 3 };
    expect(writePointer(before, '/a/b/1', 'x')).toEqual({ a: { b: [1, 'x'] }, c: 3 });
    expect(writePointer(before, '/d', null)).toEqual({ ...before, d: null });
    expect(writePointer(before, '', 5)).toBe(5);
    expect(before).toEqual({ a: { b: [1, 2] }, c: 3 });
  });

  it.each(['/a/b/2', '/a/b/-', '/x/y', '/c/d', 'c'])('throws where there is no place: “%s”', (pointer) => {
    expect(() => writePointer({ a: { b: [1, 2] }, c: 3 }, pointer, 0)).toThrow(RangeError);
  });

  it('is read back from where it was written, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), fc.jsonValue(), (names, value) => {
        const pointer = pointerOf(names);
        const around = names.reduceRight<Json>((inner, name) => Object.fromEntries([[name, inner]]), 'before');
        const written = writePointer(around, pointer, value as Json) as Json;
        expect(readPointer(written, pointer)).toEqual(value);
      }),
    );
  });
});
