import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type MeasuredApp, startThroughNpm } from './built-app.ts';
import { type Measurement, median, milliseconds, percentile } from './measurement.ts';

const PROMISE_MS = 50;
const WARM_UPS = 20;
const golden = join(import.meta.dirname, '../evals/golden');

/** What is understood of a sentence, asked over HTTP as the ask box does with each key: every sentence of the golden sets. */
export async function measureUnderstanding(): Promise<Measurement[]> {
  const app = await startThroughNpm();
  const sentences = readSentences();
  const empty: number[] = [];
  const times: number[] = [];
  for (const [at, text] of sentences.entries()) {
    const trip = await timeOf(app, '/status');
    const time = await timeOf(app, '/understand', { text, now: '2026-11-25T10:30:00Z', timeZone: 'Europe/Lisbon' });
    // Code that runs for the first time is compiled then.
    if (at < WARM_UPS) continue;
    empty.push(trip);
    times.push(time);
  }
  await app.close();
  const beside = median(empty);
  const row = (share: string, value: number): Measurement => ({
    what: `what a sentence means, over HTTP (${share} of ${times.length} sentences)`,
    measured: milliseconds(value),
    promise: `within ${milliseconds(PROMISE_MS)}`,
    kept: value <= PROMISE_MS,
    beside: `a request that asks for nothing: ${milliseconds(beside)}`,
    ratio: value / beside,
  });
  return [row('half', median(times)), row('99 of 100', percentile(times, 0.99))];
}

const SetSchema = z.array(z.object({ says: z.string() }));

const readSentences = (): readonly string[] =>
  readdirSync(golden).flatMap((file) =>
    SetSchema.parse(JSON.parse(readFileSync(join(golden, file), 'utf8'))).map(({ says }) => says),
  );

/** Milliseconds from asking until the answer is there as a value. Throws for a refusal. */
async function timeOf({ origin, token }: MeasuredApp, path: string, body?: object): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const began = performance.now();
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const answered = await fetch(`${origin}/api/v1${path}`, init);
  if (!answered.ok) throw new Error(`${path}: ${answered.status} ${await answered.text()}`);
  await answered.json();
  return performance.now() - began;
}
