import { setImmediate as nextTurn } from 'node:timers/promises';
import { isRunOver } from '#contract/states/run-state.ts';
import type { Core } from './start-core.ts';

export type Finished = {
  readonly seconds: number;
  /** Of each step, from its intent being on disk to its outcome being there; milliseconds. */
  readonly latencies: readonly number[];
};

/** Requests come in through a socket, so never more than a few in one turn of the event loop. */
const AT_ONCE = 10;

/** Submits so many runs, waiting for none of them, and waits until the last is over. Throws unless every one was completed. */
export async function runToTheEnd({ lifeOs, api }: Core, runs: number): Promise<Finished> {
  const intendedAt = new Map<string, number>();
  const latencies: number[] = [];
  const allOver = Promise.withResolvers<void>();
  let left = runs;
  const stop = lifeOs.subscribe(({ body }) => {
    switch (body.kind) {
      case 'effect.intended':
        intendedAt.set(body.toolCallId, performance.now());
        break;
      case 'effect.happened':
        latencies.push(performance.now() - (intendedAt.get(body.toolCallId) ?? Number.NaN));
        intendedAt.delete(body.toolCallId);
        break;
      case 'run.changed':
        if (!isRunOver(body.to) && body.to !== 'waiting_approval') break;
        if (body.to !== 'completed') allOver.reject(new Error(`A run came to be ${body.to}.`));
        left -= 1;
        if (left === 0) allOver.resolve();
        break;
      default:
    }
  });
  const began = performance.now();
  const submitted: Promise<unknown>[] = [];
  for (let run = 1; run <= runs; run += 1) {
    submitted.push(api.tasks.submit({ intent: `Answer, run ${run}` }));
    if (run % AT_ONCE === 0) await nextTurn();
  }
  await Promise.all(submitted);
  if (runs > 0) await allOver.promise;
  const seconds = (performance.now() - began) / 1000;
  stop();
  return { seconds, latencies };
}
