import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewerDatabaseError } from '#db/migrate-with-backup.ts';
import { openDatabase } from '#db/open-database.ts';
import { savePolicy } from '#db/repositories/settings.ts';

const shipped = join(import.meta.dirname, 'migrations');
let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'life-os-migrate-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true }));

type MigrationJournal = { entries: { idx: number; when: number; tag: string }[] };

/** A copy of the migrations with their list changed. */
function migrationsWith(change: (list: MigrationJournal) => void, files: Record<string, string> = {}): string {
  const copy = mkdtempSync(join(folder, 'migrations-'));
  cpSync(shipped, copy, { recursive: true });
  const list = JSON.parse(readFileSync(join(copy, 'meta/_journal.json'), 'utf8')) as MigrationJournal;
  change(list);
  writeFileSync(join(copy, 'meta/_journal.json'), JSON.stringify(list));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(copy, name), text);
  return copy;
}

const older = () => migrationsWith((list) => list.entries.splice(1));
const withOneMore = (statement: string) =>
  migrationsWith(
    (list) => {
      const last = list.entries.at(-1);
      if (last) list.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_one_more' });
    },
    { '9999_one_more.sql': statement },
  );

async function fill(migrations: string): Promise<void> {
  const database = await openDatabase(data, migrations);
  await database.write((tx) => savePolicy(tx, 'autonomy', { level: 'run-safe' }, '2026-11-24T10:00:00.000Z'));
  database.close();
}

const policiesIn = (file: string) => {
  const sqlite = new BetterSqlite3(file, { readonly: true });
  const rows = sqlite.prepare('SELECT id, value_json FROM policies').all();
  sqlite.close();
  return rows;
};
const stored = [{ id: 'autonomy', value_json: '{"level":"run-safe"}' }];

describe('an older database', () => {
  it('is copied before it is brought up to date, and keeps what it holds', async () => {
    await fill(older());
    const database = await openDatabase(data, shipped);
    const triggers = database.orm.all(sql`SELECT name FROM sqlite_master WHERE type = 'trigger'`);
    database.close();
    expect(triggers).toHaveLength(2);
    const backups = readdirSync(join(data, 'backups'));
    expect(backups).toHaveLength(1);
    expect(policiesIn(join(data, 'backups', backups[0] ?? ''))).toEqual(stored);
    expect(policiesIn(join(data, 'life-os.db'))).toEqual(stored);
  });

  it('stays as it was when a migration fails half-way, and opens again with what fits', async () => {
    await fill(shipped);
    const broken = withOneMore(
      'CREATE TABLE half (id text);--> statement-breakpoint\nCREATE TABLE policies (id text);',
    );
    await expect(openDatabase(data, broken)).rejects.toThrow(/policies/);
    const database = await openDatabase(data, shipped);
    expect(database.orm.all(sql`SELECT name FROM sqlite_master WHERE name = 'half'`)).toEqual([]);
    database.close();
    expect(policiesIn(join(data, 'life-os.db'))).toEqual(stored);
  });
});

describe('a database that is up to date', () => {
  it('is opened without another backup', async () => {
    await fill(shipped);
    const database = await openDatabase(data, shipped);
    database.close();
    expect(readdirSync(join(data, 'backups'))).toEqual([]);
  });
});

describe('a newer database', () => {
  it('is refused in a plain sentence, left as it was, and the folder is let go of', async () => {
    await fill(withOneMore('CREATE TABLE later (id text);'));
    await expect(openDatabase(data, shipped)).rejects.toThrow(NewerDatabaseError);
    await expect(openDatabase(data, shipped)).rejects.toThrow('written by a newer Life OS');
    expect(policiesIn(join(data, 'life-os.db'))).toEqual(stored);
  });
});
