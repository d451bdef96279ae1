// `npm run bench:memory`: 100,000 items of 384 dimensions, beside plain sqlite-vec and an HNSW (usearch) in the same run.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import BetterSqlite3 from 'better-sqlite3';
import { load as loadVectors } from 'sqlite-vec';
import { projectFolder } from '#build/project-folder.ts';
import { openSearchIndex } from '#main/memory/search-index.ts';
import { installPeers, peersFolder } from '../engine/install-peers.ts';
import { median, megabytes, milliseconds, percentile } from '../measurement.ts';
import type { Asked } from './ask-index.ts';
import { DIMENSIONS, makeUp } from './made-up-items.ts';

const COUNT = 100_000;
const QUESTIONS = 1_000;
const EXACT = 200;
const AT_ONCE = 100;
const BUILT_IN = 5_000;
const NEAREST = 10;
const MOST_BYTES = 200_000_000;
const SEED = 20_261_127;

type Row = {
  readonly what: string;
  readonly measured: string;
  readonly promise: string;
  readonly kept: boolean | null;
};
const rows: Row[] = [];
const row = (what: string, measured: string, promise = '', kept: boolean | null = null) =>
  rows.push({ what, measured, promise, kept });

const folder = mkdtempSync(join(tmpdir(), 'life-os-memory-'));
const loadBefore = loadavg()[0] ?? 0;
try {
  const made = makeUp(COUNT, SEED);
  const questions = Array.from({ length: QUESTIONS }, () => made.question());
  const wanted = questions.slice(0, EXACT).map(({ vector }) => exactly(made.vectors, vector));
  await measureOurs(made, questions, wanted);
  measurePlainSqliteVec(made.vectors, questions, wanted);
  measureUsearch(made.vectors, questions, wanted);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const [processor] = cpus();
const load = `load ${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`;
console.log(
  `\n${cpus().length} × ${processor?.model ?? 'unknown processor'}, Node ${process.versions.node}, ${load}\n`,
);
console.log(`| ${COUNT} items of ${DIMENSIONS} dimensions | measured | promise |\n|---|---|---|`);
for (const { what, measured, promise, kept } of rows) {
  console.log(`| ${what} | ${measured} | ${kept === null ? promise : `${promise}: ${kept ? 'kept' : 'BROKEN'}`} |`);
}
process.exitCode = rows.every(({ kept }) => kept !== false) ? 0 : 1;

async function measureOurs(
  made: ReturnType<typeof makeUp>,
  questions: readonly { text: string; vector: Float32Array }[],
  exact: readonly ReadonlySet<number>[],
): Promise<void> {
  const path = join(folder, 'search-index.db');
  const index = openSearchIndex({ path, dimensions: DIMENSIONS, madeBy: 'bench' });
  const rate = await timedPuts(COUNT, async (from) => {
    const ats = Array.from({ length: AT_ONCE }, (_, offset) => from + offset);
    const entries = ats.map((at) => entryOf(at, made.textOf(at)));
    await index.put(
      entries,
      ats.map((at) => made.vectorOf(at)),
    );
  });
  await index.close();
  row(
    'indexing, vectors brought along',
    `${rate.perSecond.toFixed(0)} a second`,
    'at least 500',
    rate.perSecond >= 500,
  );
  row('longest that indexing held the event loop up', milliseconds(rate.holdUp), 'at most 10 ms', rate.holdUp <= 10);

  const ownPath = join(folder, 'built-in.db');
  const own = openSearchIndex({ path: ownPath, dimensions: DIMENSIONS, madeBy: 'built-in' });
  const ownRate = await timedPuts(BUILT_IN, async (from) => {
    await own.put(Array.from({ length: AT_ONCE }, (_, offset) => entryOf(from + offset, made.textOf(from + offset))));
  });
  await own.close();
  row(
    'indexing with the built-in embedding',
    `${ownRate.perSecond.toFixed(0)} a second`,
    'at least 500',
    ownRate.perSecond >= 500,
  );

  const questionsPath = join(folder, 'questions.json');
  writeFileSync(questionsPath, JSON.stringify(questions.map(({ text, vector }) => ({ text, vector: [...vector] }))));
  const program = join(projectFolder, 'bench/memory/ask-index.ts');
  const told = execFileSync(process.execPath, [program, path, questionsPath, String(DIMENSIONS)], {
    cwd: projectFolder,
    maxBuffer: MOST_BYTES,
  });
  const asked = JSON.parse(told.toString()) as Asked;
  const found = asked.nearest.slice(0, EXACT).map((keys) => keys.map((key) => Number(key.split('/')[1])));
  const recall = recallOf(found, exact);
  const p99 = percentile(asked.hybrid, 0.99);
  row('hybrid recall, words and vector, median', milliseconds(median(asked.hybrid)));
  row('hybrid recall, 99 of 100 are faster', milliseconds(p99), 'under 20 ms', p99 < 20);
  row(
    'longest that asking held the event loop up',
    milliseconds(asked.longestHoldUp),
    'at most 10 ms',
    asked.longestHoldUp <= 10,
  );
  row('by vector alone, median', milliseconds(median(asked.byVector)));
  row('recall@10 against exact search', recall.toFixed(4), 'at least 0.98', recall >= 0.98);
  row(
    'memory of a process with the index warm',
    megabytes(asked.bytes),
    'under 250 MB',
    asked.bytes < 250 * 1024 * 1024,
  );
}

/** The peer that the sketches stand in for: its own scan over whole vectors. */
function measurePlainSqliteVec(
  vectors: Float32Array,
  questions: readonly { vector: Float32Array }[],
  exact: readonly ReadonlySet<number>[],
): void {
  const sqlite = new BetterSqlite3(join(folder, 'plain.db'));
  loadVectors(sqlite);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.exec(
    `CREATE VIRTUAL TABLE plain USING vec0 (id INTEGER PRIMARY KEY, vector float[${DIMENSIONS}] distance_metric=cosine)`,
  );
  const insert = sqlite.prepare('INSERT INTO plain VALUES (?, ?)');
  const began = performance.now();
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    sqlite.transaction(() => {
      for (let at = from; at < from + AT_ONCE; at += 1) insert.run(BigInt(at), bytesOf(vectors, at));
    })();
  }
  row('beside: plain sqlite-vec, indexing', `${(COUNT / ((performance.now() - began) / 1000)).toFixed(0)} a second`);
  const find = sqlite.prepare<[Buffer, bigint], { id: number }>('SELECT id FROM plain WHERE vector MATCH ? AND k = ?');
  report('beside: plain sqlite-vec', questions, exact, (vector) =>
    find.all(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength), BigInt(NEAREST)).map(({ id }) => id),
  );
  sqlite.close();
}

type Usearch = {
  readonly Index: new (settings: {
    metric: string;
    connectivity: number;
    dimensions: number;
  }) => {
    add(key: bigint, vector: Float32Array): void;
    search(vector: Float32Array, count: number, threads: number): { readonly keys: BigUint64Array };
  };
};

/** A graph in memory: the fastest to ask, once it is built. */
function measureUsearch(
  vectors: Float32Array,
  questions: readonly { vector: Float32Array }[],
  exact: readonly ReadonlySet<number>[],
): void {
  const missing = installPeers(console.error);
  if (missing !== null) {
    row('beside: usearch', `not measured: ${missing.because}`);
    return;
  }
  const { Index } = createRequire(join(peersFolder, 'package.json'))('usearch') as Usearch;
  const index = new Index({ metric: 'cos', connectivity: 16, dimensions: DIMENSIONS });
  const before = process.memoryUsage().rss;
  const began = performance.now();
  for (let at = 0; at < COUNT; at += 1) index.add(BigInt(at), vectors.slice(at * DIMENSIONS, (at + 1) * DIMENSIONS));
  row('beside: usearch (HNSW), indexing', `${(COUNT / ((performance.now() - began) / 1000)).toFixed(0)} a second`);
  row('beside: usearch, memory of the index', megabytes(process.memoryUsage().rss - before));
  report('beside: usearch', questions, exact, (vector) => [...index.search(vector, NEAREST, 1).keys].map(Number));
}

function report(
  what: string,
  questions: readonly { vector: Float32Array }[],
  exact: readonly ReadonlySet<number>[],
  ask: (vector: Float32Array) => number[],
): void {
  const times: number[] = [];
  const found = questions.slice(0, EXACT).map(({ vector }) => {
    const began = performance.now();
    const ids = ask(vector);
    times.push(performance.now() - began);
    return ids;
  });
  const recall = recallOf(found, exact).toFixed(4);
  row(
    `${what}, by vector alone, median`,
    `${milliseconds(median(times))}, 99 of 100 under ${milliseconds(percentile(times, 0.99))}, recall ${recall}`,
  );
}

async function timedPuts(count: number, put: (from: number) => Promise<void>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let working = 0;
  delay.enable();
  const began = performance.now();
  for (let from = 0; from < count; from += AT_ONCE) await put(from);
  working = performance.now() - began;
  delay.disable();
  return { perSecond: count / (working / 1000), holdUp: Math.max(0, delay.max / 1e6 - 1) };
}

function entryOf(at: number, words: string) {
  return { key: `memory/${at}`, shelf: 'memory', title: '', words, version: '1', at: null } as const;
}

function bytesOf(vectors: Float32Array, at: number): Buffer {
  return Buffer.from(vectors.buffer, vectors.byteOffset + at * DIMENSIONS * 4, DIMENSIONS * 4);
}

function exactly(vectors: Float32Array, question: Float32Array): Set<number> {
  const scores = Array.from({ length: COUNT }, (_, at) => {
    let sum = 0;
    for (let place = 0; place < DIMENSIONS; place += 1) {
      sum += (vectors[at * DIMENSIONS + place] as number) * (question[place] as number);
    }
    return sum;
  });
  const best = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  return new Set(best.slice(0, NEAREST));
}

function recallOf(found: readonly (readonly number[])[], exact: readonly ReadonlySet<number>[]): number {
  const hits = found.map((ids, at) => ids.filter((id) => exact[at]?.has(id)).length);
  return hits.reduce((sum, each) => sum + each, 0) / (found.length * NEAREST);
}
