import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#contract/model/event.ts';
import { type Database, openDatabase } from '#db/open-database.ts';
import { listEventsAfter } from '#db/repositories/events.ts';
import { savePolicy } from '#db/repositories/settings.ts';
import { events } from '#db/schema/events.ts';
import { createJournal, type Journal } from '#main/events/journal.ts';
import { verifyLog } from '#main/events/verify-log.ts';

const migrations = join(import.meta.dirname, '../../db/migrations');
let folder: string;
let database: Database;
let journal: Journal;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'life-os-events-'));
  database = await openDatabase(folder, migrations);
  journal = createJournal({ database, clock: { now: () => '2026-11-24T10:00:00.000Z' }, ids: { next: () => 'id' } });
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const say = (n: number, throws = false) =>
  journal.write((tx) => {
    tx.append({ actor: 'you', body: { kind: 'policy.changed', policyId: 'autonomy', to: `${n}` } });
    if (throws) throw new Error('a bug');
  });
const fill = (n: number) => Promise.all(Array.from({ length: n }, (_, index) => say(index + 1)));
const unlock = () => {
  database.orm.run(sql.raw('DROP TRIGGER events_are_never_changed'));
  database.orm.run(sql.raw('DROP TRIGGER events_are_never_removed'));
};

describe('the log', () => {
  it('counts without gaps although a write in between is taken back, with its state', async () => {
    await Promise.all([say(1), say(2, true).catch(() => {}), say(3)]);
    const bodies = listEventsAfter(database.orm, 0, 10).map(({ seq, body }) => [seq, JSON.parse(body).to]);
    expect(bodies).toEqual([
      [1, '1'],
      [2, '3'],
    ]);
    expect(verifyLog(database.orm)).toMatchObject({ whole: true, entries: 2, firstBrokenSeq: null });
  });

  it('is announced entry by entry as it stands on disk, until one stops listening', async () => {
    const heard: LoggedEvent[] = [];
    const stop = journal.subscribe((event) => heard.push(event));
    await fill(3);
    stop();
    await say(4);
    expect(heard.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(heard.map(({ hash }) => hash)).toEqual(listEventsAfter(database.orm, 0, 3).map(({ hash }) => hash));
  });

  it('cannot be changed or shortened by the app itself', async () => {
    await fill(3);
    expect(() => database.orm.update(events).set({ actor: 'me' }).run()).toThrow(/append-only/);
    expect(() => database.orm.delete(events).where(eq(events.seq, 3)).run()).toThrow(/append-only/);
    expect(verifyLog(database.orm).entries).toBe(3);
  });

  it('shares the transaction of what it tells', async () => {
    const bug = journal.write((tx) => {
      savePolicy(tx, 'autonomy', { level: 'run-safe' }, tx.now);
      tx.append({ actor: 'you', body: { kind: 'policy.changed', policyId: 'autonomy', to: 'run-safe' } });
      throw new Error('a bug');
    });
    await expect(bug).rejects.toThrow('a bug');
    const rows = database.orm.all(sql`SELECT id FROM policies UNION ALL SELECT kind FROM events`);
    expect(rows).toEqual([]);
  });
});

describe('the hash chain', () => {
  it('is whole for an empty log and over several pages', async () => {
    expect(verifyLog(database.orm)).toMatchObject({ whole: true, entries: 0, firstBrokenSeq: null });
    await fill(2100);
    expect(verifyLog(database.orm)).toMatchObject({ whole: true, entries: 2100, firstBrokenSeq: null });
  });

  it.each([
    ['what it says', `UPDATE events SET body_json = '{"kind":"pause.set","scope":"everything"}' WHERE seq = 4`, 4],
    ['who did it', `UPDATE events SET actor = 'somebody' WHERE seq = 4`, 4],
    ['when', `UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 4`, 4],
    ['its kind', `UPDATE events SET kind = 'pause.set' WHERE seq = 4`, 4],
    ['its run', `UPDATE events SET run_id = 'r' WHERE seq = 4`, 4],
    ['its hash', `UPDATE events SET hash = previous_hash WHERE seq = 4`, 4],
    ['an entry, by taking it out', 'DELETE FROM events WHERE seq = 4', 5],
    ['the beginning, by cutting it off', 'DELETE FROM events WHERE seq <= 4', 5],
    [
      'the order, by exchanging two',
      'UPDATE events SET seq = CASE seq WHEN 4 THEN -5 ELSE -4 END WHERE seq IN (4, 5)',
      4,
    ],
  ])('shows at its place that somebody altered %s', async (_what, statement, place) => {
    await fill(8);
    unlock();
    database.orm.run(sql.raw(statement));
    database.orm.run(sql.raw('UPDATE events SET seq = -seq WHERE seq < 0'));
    expect(verifyLog(database.orm)).toMatchObject({ whole: false, firstBrokenSeq: place });
  });

  it('shows an entry that was put in between with a hash of its own', async () => {
    await fill(3);
    unlock();
    database.orm.run(sql.raw('UPDATE events SET seq = 4 WHERE seq = 3'));
    database.orm.run(
      sql.raw(
        `INSERT INTO events SELECT 3, at, actor, run_id, step_id, kind, body_json, hash, hash FROM events WHERE seq = 2`,
      ),
    );
    expect(verifyLog(database.orm)).toMatchObject({ whole: false, firstBrokenSeq: 3 });
  });
});
