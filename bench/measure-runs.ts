import { startThroughNpm } from './built-app.ts';
import { type Measurement, milliseconds } from './measurement.ts';
import { timeOfCommit } from './time-of-commit.ts';

const RUNS = 200;

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
