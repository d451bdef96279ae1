import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/open-database.ts';
import { createJournal, type Journal } from '#main/events/journal.ts';
import { readHistory } from '#main/events/read-history.ts';

const migrations = join(import.meta.dirname, '../../db/migrations');
let folder: string;
let database: Database;
let journal: Journal;
let hour: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'life-os-history-'));
  database = await openDatabase(folder, migrations);
  hour = 0;
  const now = () => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
  journal = createJournal({ database, clock: { now }, ids: { next: () => 'id' } });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** An entry every hour from the first of November on. */
async function fill(count: number, says: (n: number) => string): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    hour = n;
    await journal.write((tx) => tx.append({ actor: 'you', body: { kind: 'models.changed', says: says(n) } }));
  }
}

const seqs = async (query: Omit<Parameters<typeof readHistory>[1], 'limit'>, limit = 3) => {
  const { items, nextBefore } = await readHistory(database.orm, { ...query, limit });
  return { seqs: items.map(({ seq }) => seq), nextBefore };
};

describe('the log backwards', () => {
  it('goes on where it stopped, up to its beginning', async () => {
    await fill(5, String);
    expect(await seqs({})).toEqual({ seqs: [5, 4, 3], nextBefore: 3 });
    expect(await seqs({ before: 3 })).toEqual({ seqs: [2, 1], nextBefore: null });
  });

  it.each([
    ['2026-11-01T03:00:00.000Z', [3, 2, 1]],
    ['2026-11-01T02:59:59.999Z', [2, 1]],
    ['2026-11-01T04:30:00+01:00', [3, 2, 1]],
    ['2026-10-31T00:00:00.000Z', []],
    ['2027-01-01T00:00:00.000Z', [5, 4, 3]],
  ])('up to %s', async (upTo, expected) => {
    await fill(5, String);
    expect((await seqs({ upTo })).seqs).toEqual(expected);
  });

  it('goes on before what is asked for and up to the day alike', async () => {
    await fill(5, String);
    expect(await seqs({ upTo: '2026-11-01T04:00:00.000Z', before: 3 })).toEqual({ seqs: [2, 1], nextBefore: null });
  });
});

describe('a search', () => {
  it('finds words in any case and accent, and nothing by what only the machine reads', async () => {
    await fill(6, (n) => (n % 2 === 0 ? `Called Zoë about Lunch ${n}` : 'Something else'));
    expect(await seqs({ search: 'zoe about lunch' })).toEqual({ seqs: [6, 4, 2], nextBefore: 2 });
    expect(await seqs({ search: 'LUNCH 4' })).toEqual({ seqs: [4], nextBefore: null });
    expect(await seqs({ search: 'models.changed' })).toEqual({ seqs: [], nextBefore: null });
  });

  it('looks through so much at once, and says where to go on', async () => {
    await fill(5_300, (n) => (n === 7 ? 'the needle' : 'hay'));
    const first = await seqs({ search: 'needle' });
    expect(first).toEqual({ seqs: [], nextBefore: 301 });
    expect(await seqs({ search: 'needle', before: 301 })).toEqual({ seqs: [7], nextBefore: null });
  }, 60_000);
});
