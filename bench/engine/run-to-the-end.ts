import { isRunOver } from '#contract/states/run-state.ts';
import type { Core } from './start-core.ts';

export type Finished = {
  readonly seconds: number;
  /** Of each step, from its intent being on disk to its outcome being there; milliseconds. */
  readonly latencies: readonly number[];
};

/** Submits so many runs at once and waits until the last is over. Throws unless every one was completed. */
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
  await Promise.all(Array.from({ length: runs }, (_, run) => api.tasks.submit({ intent: `Answer, run ${run + 1}` })));
  if (runs > 0) await allOver.promise;
  const seconds = (performance.now() - began) / 1000;
  stop();
  return { seconds, latencies };
}
