import { rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { getLoadablePath } from 'sqlite-vec';
import { SHELVES, type Shelf } from '#db/search-index/entry.ts';
import { createSketches, type Sketches } from '#db/search-index/sketches.ts';

/** What the index holds is derived, so one of another kind is made anew instead of being migrated. */
const LAYOUT = '1';

export type OpenIndex = {
  readonly sqlite: BetterSqlite3.Database;
  /** The sketches of each shelf; null without the extension for this kind of computer: then only words are found. */
  readonly sketches: Readonly<Record<Shelf, Sketches>> | null;
};

/**
 * Opens the search index at `path`, empty when it is new, damaged, or was made by another embedding than `madeBy`.
 * What is deleted from it is overwritten.
 */
export function openIndex(path: string, { dimensions, madeBy }: { dimensions: number; madeBy: string }): OpenIndex {
  const wanted = `${LAYOUT} ${madeBy} ${dimensions}`;
  const opened = openSound(path, wanted, dimensions);
  if (opened !== null) return opened;
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  const fresh = openSound(path, wanted, dimensions);
  if (fresh === null) throw new Error('The search index could not be made.');
  return fresh;
}

function openSound(path: string, wanted: string, dimensions: number): OpenIndex | null {
  let sqlite: BetterSqlite3.Database | undefined;
  try {
    sqlite = new BetterSqlite3(path);
    sqlite.pragma('journal_mode = WAL');
    // It can be made anew from what it was made of, so a power cut may cost its last entries.
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('secure_delete = ON');
    sqlite.pragma('cache_size = -24576');
    const hasVectors = loadVectors(sqlite);
    const isKnown = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'about'").get() !== undefined;
    if (!isKnown) makeTables(sqlite, wanted, hasVectors);
    const about = sqlite.prepare<[], { layout: string }>('SELECT layout FROM about').get();
    if (about?.layout === layoutOf(wanted, hasVectors)) {
      return { sqlite, sketches: hasVectors ? readSketches(sqlite, dimensions) : null };
    }
  } catch {
    // A file that is no index any more; the next one is made from what the index is made of.
  }
  sqlite?.close();
  return null;
}

const layoutOf = (wanted: string, hasVectors: boolean): string => `${wanted} ${hasVectors ? 'vectors' : 'words'}`;

function loadVectors(sqlite: BetterSqlite3.Database): boolean {
  try {
    // Inside a packed app the system loads it from beside the archive.
    sqlite.loadExtension(getLoadablePath().replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'));
    return true;
  } catch {
    return false;
  }
}

function makeTables(sqlite: BetterSqlite3.Database, wanted: string, hasVectors: boolean): void {
  sqlite.exec(`
    CREATE TABLE about (layout TEXT NOT NULL);
    CREATE TABLE entries (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      shelf TEXT NOT NULL,
      title TEXT NOT NULL,
      words TEXT NOT NULL,
      version TEXT NOT NULL,
      at TEXT
    );
    CREATE INDEX entries_by_shelf ON entries (shelf, id);
    CREATE VIRTUAL TABLE entry_words USING fts5 (
      title, words, content = 'entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO entry_words (entry_words, rank) VALUES ('secure-delete', 1);
    CREATE VIRTUAL TABLE entry_terms USING fts5vocab (entry_words, 'row');
  `);
  if (hasVectors) {
    sqlite.exec(`
      CREATE TABLE vectors (id INTEGER PRIMARY KEY, vector BLOB NOT NULL);
      CREATE TABLE sketches (id INTEGER PRIMARY KEY, shelf TEXT NOT NULL, sketch BLOB NOT NULL);
    `);
  }
  sqlite.prepare('INSERT INTO about VALUES (?)').run(layoutOf(wanted, hasVectors));
}

function readSketches(sqlite: BetterSqlite3.Database, dimensions: number): Record<Shelf, Sketches> {
  const read = {
    memory: createSketches(dimensions),
    documents: createSketches(dimensions),
    history: createSketches(dimensions),
  };
  const rows = sqlite.prepare<[string], { id: number; sketch: Buffer }>(
    'SELECT id, sketch FROM sketches WHERE shelf = ?',
  );
  for (const shelf of SHELVES) for (const { id, sketch } of rows.iterate(shelf)) read[shelf].put(id, sketch);
  return read;
}
