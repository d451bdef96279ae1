import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/open-database.ts';
import { createJournal, type Journal } from '#main/events/journal.ts';
import { liveEvents } from '#main/events/live-events.ts';

const migrations = join(import.meta.dirname, '../../db/migrations');
let folder: string;
let database: Database;
let journal: Journal;
let said = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'life-os-live-'));
  database = await openDatabase(folder, migrations);
  journal = createJournal({ database, clock: { now: () => '2026-11-24T10:00:00.000Z' }, ids: { next: () => 'id' } });
  said = 0;
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const say = () =>
  journal.write((tx) => {
    said += 1;
    tx.append({ actor: 'you', body: { kind: 'policy.changed', policyId: 'autonomy', to: `${said}` } });
  });
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Listens until `until` and answers with the numbers of what was heard. */
async function hear(after: number | undefined, until: number, slowly = false): Promise<number[]> {
  const heard: number[] = [];
  for await (const event of liveEvents(journal, after, undefined)) {
    heard.push(event.seq);
    if (slowly) await turn();
    if (event.seq >= until) break;
  }
  return heard;
}
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

it('tells what is on disk first and then what comes, without gap or repeat, to quick and slow listeners', async () => {
  for (let n = 0; n < 30; n += 1) await say();
  const listeners = [hear(0, 900), hear(10, 900, true), hear(30, 900)];
  for (let n = 0; n < 290; n += 1) {
    await Promise.all([say(), say(), say()]);
    if (n === 100) listeners.push(hear(200, 900, true));
  }
  expect(await Promise.all(listeners)).toEqual([from(1, 900), from(11, 900), from(31, 900), from(201, 900)]);
});

it('begins now without a place to begin from', async () => {
  await say();
  const heard = hear(undefined, 3);
  await turn();
  await say();
  await say();
  expect(await heard).toEqual([2, 3]);
});

it('begins now when the place lies beyond the end of this log, as after a restored backup', async () => {
  await say();
  const heard = hear(5000, 3);
  await turn();
  await say();
  await say();
  expect(await heard).toEqual([2, 3]);
});

it('goes over several pages of what is on disk', async () => {
  await Promise.all(Array.from({ length: 1203 }, say));
  expect(await hear(0, 1203)).toEqual(from(1, 1203));
});

it('ends when it is called off, also while it waits', async () => {
  const off = new AbortController();
  const live = liveEvents(journal, undefined, off.signal);
  const next = live.next();
  await turn();
  off.abort();
  expect((await next).done).toBe(true);
});
