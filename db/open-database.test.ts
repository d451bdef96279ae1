import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AlreadyOpenError, type Database, openDatabase, type Tx } from '#db/open-database.ts';
import { savePolicy } from '#db/repositories/settings.ts';

const migrations = join(import.meta.dirname, 'migrations');
let folder: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'life-os-db-'));
  database = await openDatabase(folder, migrations);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const keep = (tx: Tx, id: string) => savePolicy(tx, id, {}, '2026-11-24T10:00:00.000Z');
const kept = () => database.orm.all<{ id: string }>(sql`SELECT id FROM policies ORDER BY id`).map(({ id }) => id);

describe('opening', () => {
  it('lets one process in at a time, and the next one once it is closed', async () => {
    await expect(openDatabase(folder, migrations)).rejects.toThrow(AlreadyOpenError);
    database.close();
    database = await openDatabase(folder, migrations);
    expect(kept()).toEqual([]);
  });

  it('writes to disk before it answers, with a journal beside it and foreign keys on', () => {
    const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) =>
      Object.values(database.orm.get<object>(sql.raw(`PRAGMA ${name}`))),
    );
    expect(settings.flat()).toEqual(['wal', 2, 1]);
  });

  it('makes no backup of what is new', () => {
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });
});

describe('writing', () => {
  it('answers with what the work answers, after it is on disk', async () => {
    const answer = await database.write((tx) => {
      keep(tx, 'a');
      return 'done';
    });
    expect(answer).toBe('done');
    database.close();
    database = await openDatabase(folder, migrations);
    expect(kept()).toEqual(['a']);
  });

  it('takes back only the one of a group that throws', async () => {
    const bug = new Error('a bug');
    const outcomes = await Promise.allSettled([
      database.write((tx) => keep(tx, 'a')),
      database.write((tx) => {
        keep(tx, 'b');
        throw bug;
      }),
      database.write((tx) => keep(tx, 'c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: bug });
    expect(kept()).toEqual(['a', 'c']);
  });

  it('lets each work see what the ones before it in the group did', async () => {
    const counts = await Promise.all(
      ['a', 'b', 'c'].map((id) =>
        database.write((tx) => {
          keep(tx, id);
          return tx.orm.get<{ n: number }>(sql`SELECT count(*) AS n FROM policies`).n;
        }),
      ),
    );
    expect(counts).toEqual([1, 2, 3]);
  });

  it('announces in the order of the writes, only what was committed, and before it answers', async () => {
    const heard: string[] = [];
    const write = (id: string, throws = false) =>
      database
        .write((tx) => {
          keep(tx, id);
          tx.afterCommit(() => heard.push(kept().includes(id) ? `committed ${id}` : `not yet ${id}`));
          if (throws) throw new Error('a bug');
        })
        .then(
          () => heard.push(`answered ${id}`),
          () => heard.push(`refused ${id}`),
        );
    await Promise.all([write('a'), write('b', true), write('c')]);
    // On a slow machine they may be more than one commit.
    const whatOf = (id: string) => heard.filter((each) => each.endsWith(` ${id}`));
    expect(whatOf('a')).toEqual(['committed a', 'answered a']);
    expect(whatOf('b')).toEqual(['refused b']);
    expect(whatOf('c')).toEqual(['committed c', 'answered c']);
    expect(heard.filter((each) => each.startsWith('committed'))).toEqual(['committed a', 'committed c']);
  });

  it('answers everyone although a listener has a bug', async () => {
    const uncaught: unknown[] = [];
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => uncaught.push(error));
    const heard: string[] = [];
    await Promise.all([
      database.write((tx) =>
        tx.afterCommit(() => {
          throw new Error('a bug of a listener');
        }),
      ),
      database.write((tx) => tx.afterCommit(() => heard.push('b'))),
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    for (const listener of listeners) process.on('uncaughtException', listener);
    expect(heard).toEqual(['b']);
    expect(uncaught).toMatchObject([{ message: 'a bug of a listener' }]);
  });

  it('takes a whole group back when the disk refuses it, and can be written to afterwards', async () => {
    await database.write((tx) => keep(tx, 'a'));
    const pages = Object.values(database.orm.get<object>(sql`PRAGMA page_count`))[0];
    database.orm.run(sql.raw(`PRAGMA max_page_count = ${pages}`));
    const big = 'x'.repeat(2_000_000);
    const outcomes = await Promise.allSettled([
      database.write((tx) => keep(tx, 'b')),
      database.write((tx) => savePolicy(tx, 'big', { big }, '2026-11-24T10:00:00.000Z')),
    ]);
    expect(outcomes[1]?.status).toBe('rejected');
    database.orm.run(sql.raw('PRAGMA max_page_count = 1000000'));
    await database.write((tx) => keep(tx, 'c'));
    const expected = outcomes[0]?.status === 'fulfilled' ? ['a', 'b', 'c'] : ['a', 'c'];
    expect(kept()).toEqual(expected);
  });

  it('writes down what is waiting when it is closed, and refuses what comes later', async () => {
    const waiting = database.write((tx) => keep(tx, 'a'));
    database.close();
    await waiting;
    await expect(database.write((tx) => keep(tx, 'late'))).rejects.toThrow();
    database = await openDatabase(folder, migrations);
    expect(kept()).toEqual(['a']);
  });
});
