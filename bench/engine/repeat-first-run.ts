import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { v7 as uuid } from 'uuid';
import { findLastEvent, listEventsOfRun } from '#db/repositories/events.ts';
import { GENESIS, hashEvent } from '#main/events/chain-event.ts';

type Row = Record<string, unknown>;

/** Rows that belong to a run, and where its id stands in them; a table stands behind those that it points to. */
const TABLES = { workflow_steps: 'run_id', tool_calls: 'run_id' } as const;
const RUNS_PER_COMMIT = 500;
const EVERY_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Writes the oldest completed run down again and again, under new ids, until the log holds `wanted` events or more.
 * Straight into the database, as the core itself would take a day for it. Answers with how many events there are.
 */
export function repeatFirstRun(folder: string, wanted: number): number {
  const sqlite = new BetterSqlite3(join(folder, 'life-os.db'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = OFF');
  const orm = drizzle(sqlite);
  const read = (table: string, column: string, id: unknown) =>
    sqlite.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).all(id) as Row[];

  const oldest = `SELECT * FROM workflow_runs WHERE state = 'completed' ORDER BY created_at, id LIMIT 1`;
  const run = sqlite.prepare(oldest).get() as Row;
  const runId = String(run.id);
  const rows: [table: string, row: Row][] = [
    ...read('tasks', 'id', run.task_id).map((row): [string, Row] => ['tasks', row]),
    ['workflow_runs', run],
    ...Object.entries(TABLES).flatMap(([table, column]) =>
      read(table, column, runId).map((row): [string, Row] => [table, row]),
    ),
  ];
  const story = listEventsOfRun(orm, runId);
  const kept = new Set([run.user_id]);
  const insertEvent = sqlite.prepare(
    `INSERT INTO events (seq, at, actor, run_id, step_id, kind, body_json, previous_hash, hash)
     VALUES (@seq, @at, @actor, @runId, @stepId, @kind, @body, @previousHash, @hash)`,
  );
  const insertions = new Map(
    rows.map(([table, row]) => {
      const names = Object.keys(row);
      const values = names.map((name) => `@${name}`);
      return [table, sqlite.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`)];
    }),
  );

  let { seq, hash } = findLastEvent(orm) ?? { seq: 0, hash: GENESIS };
  const repeat = () => {
    const renew = renewIds(kept);
    for (const [table, row] of rows) insertions.get(table)?.run(renewRow(row, renew));
    for (const { hash: _hash, ...event } of story) {
      seq += 1;
      const next = { ...event, seq, runId: renew(runId), body: renew(event.body), previousHash: hash };
      hash = hashEvent(next);
      insertEvent.run({ ...next, hash });
    }
  };
  const repeatSome = sqlite.transaction(() => {
    for (let count = 0; count < RUNS_PER_COMMIT && seq < wanted; count += 1) repeat();
  });
  while (seq < wanted) repeatSome();
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
  return seq;
}

/** Gives every id in a text another one, the same id always the same, except those that are `kept`. */
function renewIds(kept: ReadonlySet<unknown>): (text: string) => string {
  const given = new Map<string, string>();
  return (text) =>
    text.replace(EVERY_ID, (id) => {
      if (kept.has(id)) return id;
      const known = given.get(id) ?? uuid();
      given.set(id, known);
      return known;
    });
}

const renewRow = (row: Row, renew: (text: string) => string): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? renew(value) : value]),
  );
