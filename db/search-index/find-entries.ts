import type { FoundEntry, Shelf } from '#db/search-index/entry.ts';
import type { OpenIndex } from '#db/search-index/open-index.ts';

export type Wanted = {
  readonly terms: readonly string[];
  /** Null: by words alone. */
  readonly vector: Float32Array | null;
  readonly shelves: readonly Shelf[];
  readonly limit: number;
  /** What is alike by less than this is no answer. */
  readonly least: number;
};

type Ranked = { readonly id: number; readonly score: number };

/** As many candidates by sketch are looked at in full for each one that is wanted, and no fewer than that. */
const CANDIDATES_FOR_ONE = 16;
const FEWEST_CANDIDATES = 256;
/** So many entries are ranked by their words; the rarest words come first, so the common ones are left out. */
const MOST_RANKED = 2_500;
const MOST_TERMS = 12;
/** How often a word occurs is looked up anew after so many entries. */
const COUNTS_HOLD_FOR = 2_000;
/** Reciprocal rank fusion: how much less the next place counts (Cormack, Clarke and Büttcher, 2009). */
const FUSION = 60;
/** What the person told counts more than what was written or done about the same. */
const TOLD = 1.2;

/** Finds entries by their words and by where their meaning lies, and fuses both. */
export function findEntries({ sqlite, sketches }: OpenIndex) {
  const countOf = sqlite.prepare<[string], { doc: number }>('SELECT doc FROM entry_terms WHERE term = ?');
  const entryOf = sqlite.prepare<[number], Omit<FoundEntry, 'score'>>(
    'SELECT key, shelf, title, words, version, at FROM entries WHERE id = ?',
  );
  const newest = sqlite.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM entries');
  const byRank = sqlite.prepare<[string, string, number], { id: number }>(`
    SELECT entries.id FROM entry_words JOIN entries ON entries.id = entry_words.rowid
    WHERE entry_words MATCH ? AND instr(?, entries.shelf) > 0 ORDER BY rank LIMIT ?`);
  const byNewest = sqlite.prepare<[string, string, number], { id: number }>(`
    SELECT entries.id FROM entry_words JOIN entries ON entries.id = entry_words.rowid
    WHERE entry_words MATCH ? AND instr(?, entries.shelf) > 0 ORDER BY entry_words.rowid DESC LIMIT ?`);
  const vectors =
    sketches === null
      ? null
      : {
          sketchOf: sqlite.prepare<[Buffer], Buffer>('SELECT vec_quantize_binary(?)').pluck(),
          compare: sqlite.prepare<[Buffer, string, number], Ranked>(`
            SELECT vectors.id, 1 - vec_distance_cosine(vectors.vector, ?) AS score
            FROM json_each(?) AS candidate JOIN vectors ON vectors.id = candidate.value
            ORDER BY score DESC LIMIT ?`),
        };
  const counts = new Map<string, number>();
  let countedAt = 0;

  function frequency(term: string): number {
    const known = counts.get(term);
    if (known !== undefined) return known;
    const counted = countOf.get(term)?.doc ?? 0;
    counts.set(term, counted);
    return counted;
  }

  function byWords(terms: readonly string[], shelves: string, limit: number): number[] {
    const last = newest.get()?.id ?? 0;
    if (Math.abs(last - countedAt) > COUNTS_HOLD_FOR || counts.size > 50_000) {
      counts.clear();
      countedAt = last;
    }
    const rare = [...new Set(terms)]
      .map((term) => ({ term, count: frequency(term) }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => a.count - b.count)
      .slice(0, MOST_TERMS);
    const [first] = rare;
    if (first === undefined) return [];
    let ranked = 0;
    const taken = rare.filter(({ count }) => {
      ranked += count;
      return ranked <= MOST_RANKED;
    });
    const query = (taken.length > 0 ? taken : [first])
      .map(({ term }) => `"${term.replaceAll('"', '""')}"`)
      .join(' OR ');
    const find = taken.length > 0 ? byRank : byNewest;
    return find.all(query, shelves, limit).map(({ id }) => id);
  }

  function byVector(vector: Float32Array, shelves: readonly Shelf[], limit: number): Ranked[] {
    if (sketches === null || vectors === null) return [];
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    const sketch = vectors.sketchOf.get(bytes);
    if (!sketch) return [];
    const many = Math.max(FEWEST_CANDIDATES, limit * CANDIDATES_FOR_ONE);
    const candidates = shelves.flatMap((shelf) => sketches[shelf].nearest(sketch, many));
    return vectors.compare.all(bytes, JSON.stringify(candidates), limit);
  }

  return {
    /** The nearest by vector alone, nearest first: what a benchmark holds against exact search. */
    nearest: (vector: Float32Array, shelves: readonly Shelf[], limit: number): string[] =>
      byVector(vector, shelves, limit).flatMap(({ id }) => entryOf.get(id)?.key ?? []),
    search({ terms, vector, shelves, limit, least }: Wanted): FoundEntry[] {
      const words = byWords(terms, shelves.join(' '), limit * 2);
      const alike = vector === null ? [] : byVector(vector, shelves, limit * 2);
      const scores = new Map<number, number>();
      const add = (id: number, place: number): void => {
        scores.set(id, (scores.get(id) ?? 0) + 1 / (FUSION + place + 1));
      };
      words.forEach(add);
      const answers = alike.filter(({ score }) => score >= least);
      for (const [place, { id }] of answers.entries()) add(id, place);
      return [...scores]
        .toSorted(([a, one], [b, other]) => other - one || b - a)
        .slice(0, limit * 2)
        .flatMap(([id, score]) => {
          const entry = entryOf.get(id);
          return entry === undefined ? [] : [{ ...entry, score: score * (entry.shelf === 'memory' ? TOLD : 1) }];
        })
        .toSorted((one, other) => other.score - one.score)
        .slice(0, limit);
    },
  };
}
