// A program of its own: the machine's own limit. The four rows of a step, on this disk, with nothing around them.
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { answerParent, readRequest } from './answer-parent.ts';
import type { Figures } from './figures.ts';

export type BareRequest = {
  readonly folder: string;
  readonly steps: number;
  /** How many steps share a commit. */
  readonly atOnce: number;
};

const { folder, steps, atOnce } = readRequest<BareRequest>();
const database = new BetterSqlite3(join(folder, 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
  CREATE TABLE calls (id TEXT PRIMARY KEY, run_id TEXT, step_id TEXT, args TEXT, status TEXT, result TEXT, created_at TEXT, settled_at TEXT);
  CREATE TABLE events (seq INTEGER PRIMARY KEY, at TEXT, actor TEXT, run_id TEXT, step_id TEXT, kind TEXT, body TEXT, previous_hash TEXT, hash TEXT);
`);
const insertCall = database.prepare('INSERT INTO calls VALUES (?, ?, ?, ?, ?, NULL, ?, NULL)');
const updateCall = database.prepare('UPDATE calls SET status = ?, result = ?, settled_at = ? WHERE id = ?');
const insertEvent = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');

// As long as they are in the app.
const runId = '019ac001-7d3a-7000-8000-000000000000';
const at = '2026-11-24T10:00:00.000Z';
const hash = 'f'.repeat(64);
const args = JSON.stringify({ text: 'Answer number 1', effect: 'draft', audience: 'nobody', says: 'x'.repeat(200) });
const body = JSON.stringify({
  kind: 'effect.happened',
  toolCallId: runId,
  action: 'idle.answer',
  says: 'x'.repeat(60),
});

const doStep = (step: number) => {
  const id = runId.slice(0, 24) + String(step).padStart(12, '0');
  insertCall.run(id, runId, 'step-1', args, 'intended', at);
  insertEvent.run(2 * step, at, 'life-os', runId, 'step-1', 'effect.intended', body, hash, hash);
  updateCall.run('happened', args, at, id);
  insertEvent.run(2 * step + 1, at, 'life-os', runId, 'step-1', 'effect.happened', body, hash, hash);
};
const commit = database.transaction((first: number, end: number) => {
  for (let step = first; step < end; step += 1) doStep(step);
});

const began = performance.now();
for (let first = 0; first < steps; first += atOnce) commit(first, Math.min(first + atOnce, steps));
const seconds = (performance.now() - began) / 1000;
database.close();
answerParent<Figures>({ steps, seconds });
