// Run by `run.ts` as a process of its own: asks an index that stands, and tells how long that took and what it held.
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openSearchIndex } from '#main/memory/search-index.ts';

export type Asked = {
  /** In milliseconds, one for each question: by words and vector together, and by vector alone. */
  readonly hybrid: readonly number[];
  readonly byVector: readonly number[];
  readonly nearest: readonly (readonly string[])[];
  readonly longestHoldUp: number;
  readonly bytes: number;
};

const [path = '', questionsPath = '', dimensions = ''] = process.argv.slice(2);
const WARM = 30;
const query = { shelves: ['memory', 'documents', 'history'], limit: 10 } as const;

const questions = (JSON.parse(readFileSync(questionsPath, 'utf8')) as { text: string; vector: number[] }[]).map(
  ({ text, vector }) => ({ text, vector: Float32Array.from(vector) }),
);
const index = openSearchIndex({ path, dimensions: Number(dimensions), madeBy: 'bench' });
for (const { text, vector } of questions.slice(0, WARM)) await index.search(text, { ...query, vector });

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const hybrid: number[] = [];
for (const { text, vector } of questions) {
  const began = performance.now();
  await index.search(text, { ...query, vector });
  hybrid.push(performance.now() - began);
}
delay.disable();
const byVector: number[] = [];
const nearest: (readonly string[])[] = [];
for (const { vector } of questions) {
  const began = performance.now();
  nearest.push(await index.nearest(vector, query));
  byVector.push(performance.now() - began);
}
// What a timer of one millisecond is late by when nothing holds it up belongs to the timer.
const longestHoldUp = Math.max(0, delay.max / 1e6 - 1);
const answer: Asked = { hybrid, byVector, nearest, longestHoldUp, bytes: process.memoryUsage().rss };
await index.close();
process.stdout.write(JSON.stringify(answer));
