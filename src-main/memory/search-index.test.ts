import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSketches } from '#db/search-index/sketches.ts';
import { makeFolder } from '#main/compose-for-tests.ts';
import { embedBuiltIn } from '#main/memory/built-in-embedding.ts';
import { openSearchIndex, type SearchIndex } from '#main/memory/search-index.ts';

function openIn(folder: string, madeBy = 'built-in'): SearchIndex {
  const index = openSearchIndex({ path: join(folder, 'index.db'), dimensions: 384, madeBy });
  onTestFinished(() => index.close());
  return index;
}

const entry = (key: string, words: string, shelf: 'memory' | 'documents' | 'history' = 'memory') =>
  ({ key, shelf, title: '', words, version: '1', at: null }) as const;
const all = { shelves: ['memory', 'documents', 'history'], limit: 5 } as const;
const keys = async (index: SearchIndex, text: string, query: Parameters<SearchIndex['search']>[1] = all) =>
  (await index.search(text, query)).map(({ key }) => key);

describe('the search index', () => {
  it('finds by words, by words of the same stem, and without accents', async () => {
    const index = openIn(makeFolder());
    await index.put([
      entry('a', 'I am vegetarian'),
      entry('b', 'The plumber comes on Friday'),
      entry('c', 'Café Central has good cake'),
    ]);
    expect((await keys(index, 'plumber'))[0]).toBe('b');
    expect((await keys(index, 'what do vegetarians eat'))[0]).toBe('a');
    expect((await keys(index, 'cafe'))[0]).toBe('c');
    expect(await keys(index, 'zebra crossing')).toEqual([]);
  });

  it('keeps to the shelves that are asked for', async () => {
    const index = openIn(makeFolder());
    await index.put([entry('a', 'tulips in the memory'), entry('b', 'tulips in a note', 'documents')]);
    expect(await keys(index, 'tulips', { shelves: ['documents'], limit: 5 })).toEqual(['b']);
  });

  it('puts a changed entry in the place of the old one, and forgets what is taken out', async () => {
    const index = openIn(makeFolder());
    await index.put([entry('a', 'I live in Porto')]);
    await index.put([{ ...entry('a', 'I live in Lyon'), version: '2' }]);
    expect(await keys(index, 'porto')).toEqual([]);
    expect(await index.versions('memory')).toEqual(new Map([['a', '2']]));
    await index.remove(['a', 'never-there']);
    expect(await keys(index, 'lyon')).toEqual([]);
    expect(await index.count()).toBe(0);
  });

  it('is there after a restart, and made anew when it is damaged or of another embedding', async () => {
    const folder = makeFolder();
    const first = openIn(folder);
    await first.put([entry('a', 'tulips')]);
    await first.close();
    const second = openIn(folder);
    expect(await keys(second, 'tulips')).toEqual(['a']);
    await second.close();
    const other = openIn(folder, 'a model');
    expect(await other.count()).toBe(0);
    await other.close();
    writeFileSync(join(folder, 'index.db'), 'no database');
    expect(await openIn(folder).count()).toBe(0);
  });

  it('takes any text for words and never for a query of its own', async () => {
    const index = openIn(makeFolder());
    await index.put([entry('a', 'NEAR AND OR NOT "quoted" words*')]);
    for (const text of [
      '"',
      'AND',
      'a:b',
      'NEAR(x y)',
      "'; DROP TABLE entries; --",
      '*',
      '',
      '   ',
      '😀',
      'a'.repeat(5000),
    ]) {
      await expect(index.search(text, all)).resolves.toBeInstanceOf(Array);
    }
    expect(await keys(index, 'quoted')).toEqual(['a']);
  });

  it('finds nearly all of what exact search finds', async () => {
    const index = openIn(makeFolder(), 'test');
    const texts = Array.from({ length: 1500 }, (_, at) => `item ${at} word${at % 40} thing${at % 77} place${at % 13}`);
    const vectors = texts.map(embedBuiltIn);
    await index.put(
      texts.map((text, at) => entry(String(at), text)),
      vectors,
    );
    const question = embedBuiltIn('word7 thing12 place3');
    const exact = vectors
      .map((vector, at) => ({
        at: String(at),
        score: vector.reduce((sum, value, i) => sum + value * (question[i] ?? 0), 0),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 10);
    const found = await index.nearest(question, { ...all, limit: 10 });
    expect(found.filter((key) => exact.some(({ at }) => at === key)).length).toBeGreaterThanOrEqual(9);
  });
});

describe('sketches', () => {
  const sketch = (...bytes: number[]) => Buffer.from([...bytes, ...Array.from({ length: 6 - bytes.length }, () => 0)]);

  it('find the nearest, however many are wanted, and forget what is dropped', () => {
    const sketches = createSketches(48);
    for (let id = 1; id <= 3_000; id += 1) sketches.put(id, sketch(id & 255, (id >> 8) & 255, 255));
    sketches.put(9_999, sketch(1, 2, 3, 4, 5, 6));
    expect(sketches.nearest(sketch(1, 2, 3, 4, 5, 6), 1)).toEqual([9_999]);
    sketches.drop(9_999);
    sketches.drop(1);
    expect(sketches.nearest(sketch(1, 2, 3, 4, 5, 6), 10)).not.toContain(9_999);
    expect(sketches.nearest(sketch(0), 5_000)).toHaveLength(2_999);
    expect(sketches.nearest(sketch(0), 0)).toEqual([]);
  });

  it('of nothing are none', () => {
    expect(createSketches(48).nearest(sketch(1), 3)).toEqual([]);
  });
});

describe('the built-in embedding', () => {
  const likeness = (one: string, other: string) =>
    embedBuiltIn(one).reduce((sum, value, at) => sum + value * (embedBuiltIn(other)[at] ?? 0), 0);

  it('is the same each time, of length one, and near for shared words and stems', () => {
    expect(embedBuiltIn('I am vegetarian')).toEqual(embedBuiltIn('I am vegetarian'));
    expect(Math.hypot(...embedBuiltIn('anything'))).toBeCloseTo(1, 5);
    expect(Math.hypot(...embedBuiltIn(''))).toBeCloseTo(1, 5);
    expect(likeness('vegetarian food', 'vegetarians')).toBeGreaterThan(0.2);
    expect(likeness('vegetarian food', 'the boiler is broken')).toBeLessThan(0.15);
  });
});
