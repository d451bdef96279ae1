import type { EmbeddedEntry, Shelf } from '#db/search-index/entry.ts';
import type { OpenIndex } from '#db/search-index/open-index.ts';

type Row = { readonly id: number; readonly shelf: Shelf; readonly title: string; readonly words: string };

/** Puts entries in and takes them out; each call is one transaction. */
export function keepEntries({ sqlite, sketches }: OpenIndex) {
  /** What is to be done to the sketches in memory once the transaction stands. */
  let afterwards: (() => void)[] = [];

  function inTransaction(work: () => void): void {
    afterwards = [];
    sqlite.transaction(work)();
    for (const each of afterwards) each();
  }

  const find = sqlite.prepare<[string], Row>('SELECT id, shelf, title, words FROM entries WHERE key = ?');
  const insert = sqlite.prepare(
    'INSERT INTO entries (key, shelf, title, words, version, at) VALUES (@key, @shelf, @title, @words, @version, @at)',
  );
  const drop = sqlite.prepare('DELETE FROM entries WHERE id = ?');
  const insertWords = sqlite.prepare('INSERT INTO entry_words (rowid, title, words) VALUES (?, ?, ?)');
  const dropWords = sqlite.prepare(
    "INSERT INTO entry_words (entry_words, rowid, title, words) VALUES ('delete', ?, ?, ?)",
  );
  const vectors = sketches === null ? null : prepareVectors(sketches);

  function prepareVectors(shelves: NonNullable<OpenIndex['sketches']>) {
    const insertVector = sqlite.prepare('INSERT INTO vectors (id, vector) VALUES (?, ?)');
    const dropVector = sqlite.prepare('DELETE FROM vectors WHERE id = ?');
    const insertSketch = sqlite
      .prepare<unknown[], Buffer>(
        'INSERT INTO sketches (id, shelf, sketch) VALUES (?, ?, vec_quantize_binary(?)) RETURNING sketch',
      )
      .pluck();
    const dropSketch = sqlite.prepare('DELETE FROM sketches WHERE id = ?');
    return {
      put(id: number, shelf: Shelf, vector: Float32Array) {
        const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
        insertVector.run(id, bytes);
        const sketch = insertSketch.get(id, shelf, bytes);
        if (sketch) afterwards.push(() => shelves[shelf].put(id, sketch));
      },
      drop({ id, shelf }: Row) {
        dropVector.run(id);
        dropSketch.run(id);
        afterwards.push(() => shelves[shelf].drop(id));
      },
    };
  }

  function takeOut(key: string): boolean {
    const row = find.get(key);
    if (!row) return false;
    dropWords.run(row.id, row.title, row.words);
    vectors?.drop(row);
    drop.run(row.id);
    return true;
  }

  return {
    /** An entry under a key that is there already takes its place. */
    put: (entries: readonly EmbeddedEntry[]): void =>
      inTransaction(() => {
        for (const { vector, ...entry } of entries) {
          takeOut(entry.key);
          const id = Number(insert.run(entry).lastInsertRowid);
          insertWords.run(id, entry.title, entry.words);
          vectors?.put(id, entry.shelf, vector);
        }
      }),
    /** Also out of the journal and the pages that were freed, so that nothing of them is left in the file. */
    remove(keys: readonly string[]): void {
      let removed = 0;
      inTransaction(() => {
        for (const key of keys) if (takeOut(key)) removed += 1;
      });
      if (removed > 0) sqlite.pragma('wal_checkpoint(TRUNCATE)');
    },
    /** What stands on a shelf: version by key. */
    versions(shelf: Shelf): Map<string, string> {
      const rows = sqlite
        .prepare<[string], { key: string; version: string }>('SELECT key, version FROM entries WHERE shelf = ?')
        .all(shelf);
      return new Map(rows.map(({ key, version }) => [key, version]));
    },
    count: (): number => sqlite.prepare<[], { n: number }>('SELECT count(*) AS n FROM entries').get()?.n ?? 0,
  };
}
