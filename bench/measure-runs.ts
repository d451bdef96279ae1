import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { startThroughNpm } from './built-app.ts';
import { type Measurement, milliseconds } from './measurement.ts';

const RUNS = 200;
const COMMITS = 500;

/** Whole requests from sentence to done, all at once, beside what the disk gives for one durable commit each. */
export async function measureRuns(): Promise<Measurement[]> {
  const commit = timeOfCommit();
  const app = await startThroughNpm();
  const call = (path: string, init?: RequestInit) =>
    fetch(`${app.origin}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
    });
  const submit = async (n: number) => {
    const intent = `Draft an email to ana@example.com that the parcel number ${n} has arrived`;
    const answer = await call('/tasks', { method: 'POST', body: JSON.stringify({ intent }) });
    if (answer.status !== 201) throw new Error(`A request was not taken: ${await answer.text()}`);
  };
  await submit(0);
  await allDone(call, 1);
  const began = performance.now();
  await Promise.all(Array.from({ length: RUNS }, (_, n) => submit(n + 1)));
  await allDone(call, RUNS + 1);
  const each = (performance.now() - began) / RUNS;
  await app.close();
  return [
    {
      what: `one request from sentence to a read-back draft, ${RUNS} at once, over HTTP`,
      measured: milliseconds(each),
      promise: '',
      kept: null,
      beside: `one durable commit of this disk: ${milliseconds(commit)}`,
      ratio: each / commit,
    },
  ];
}

async function allDone(call: (path: string) => Promise<Response>, wanted: number): Promise<void> {
  for (;;) {
    const { running } = (await (await call('/status')).json()) as { running: number };
    if (running === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { items } = (await (await call('/workflows?state=completed&limit=200')).json()) as { items: unknown[] };
  if (items.length < Math.min(wanted, 200)) throw new Error('Not every request came to its end.');
}

function timeOfCommit(): number {
  const folder = mkdtempSync(join(tmpdir(), 'life-os-bench-'));
  const database = new BetterSqlite3(join(folder, 'commits.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO rows (text) VALUES (?)');
  const began = performance.now();
  for (let n = 0; n < COMMITS; n += 1) insert.run('a row of some length, as an event of the log has it');
  const each = (performance.now() - began) / COMMITS;
  database.close();
  rmSync(folder, { recursive: true });
  return each;
}
