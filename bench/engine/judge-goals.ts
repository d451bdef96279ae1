import type { Measured } from './contender.ts';
import { type CoreFigures, speedOf } from './figures.ts';
import type { ShapeId } from './shapes.ts';

/** Steps a second; null where there is no figure. */
export type Speed = number | null;

/** One promise. `kept` is null where a figure that it needs is missing. */
export type Verdict = {
  readonly what: string;
  readonly beside: string;
  readonly measured: number | null;
  readonly kept: boolean | null;
} & ({ readonly timesAtLeast: number } | { readonly millisecondsUnder: number });

const LOOP_DELAY_PROMISE_MS = 20;

export function speedIn({ outcomes }: Measured, shape: ShapeId): Speed {
  const outcome = outcomes.get(shape);
  return outcome === undefined || 'because' in outcome ? null : speedOf(outcome);
}

export const ratioOf = (ours: Speed, theirs: Speed): number | null =>
  ours === null || theirs === null ? null : ours / theirs;

/** The fastest of those that have a figure for a shape. */
export function fastestOf(peers: readonly Measured[], shape: ShapeId): Measured | undefined {
  const able = peers.filter((peer) => speedIn(peer, shape) !== null);
  return able.toSorted((a, b) => (speedIn(b, shape) ?? 0) - (speedIn(a, shape) ?? 0))[0];
}

/** The engine's goals for throughput, all of them ratios of figures of the same run. */
export function judgeGoals(ours: Measured, peers: readonly Measured[], oneByOne: Measured | undefined): Verdict[] {
  const against = (what: string, shape: ShapeId, beside: Measured | undefined, timesAtLeast: number): Verdict => {
    const measured = ratioOf(speedIn(ours, shape), beside ? speedIn(beside, shape) : null);
    const kept = measured === null ? null : measured >= timesAtLeast;
    return { what: `(${shape}) ${what}`, beside: beside?.contender.name ?? 'nobody', measured, kept, timesAtLeast };
  };
  const nearest = peers.find(({ contender }) => contender.name === 'openworkflow');
  return [
    against('beside the fastest peer of any kind', 'a', fastestOf(peers, 'a'), 2),
    against('beside the peer that is most like it', 'a', nearest, 10),
    against('beside the fastest peer of any kind', 'b', fastestOf(peers, 'b'), 2),
    against('beside the machine’s own limit', 'c', oneByOne, 0.7),
  ];
}

/** Whether the app still answers a person while it works. */
export const judgeDelays = (cores: ReadonlyMap<ShapeId, CoreFigures>): Verdict[] =>
  [...cores].map(([id, { loopDelayP99 }]) => ({
    what: `(${id}) event-loop delay, p99`,
    beside: '',
    measured: loopDelayP99,
    kept: loopDelayP99 < LOOP_DELAY_PROMISE_MS,
    millisecondsUnder: LOOP_DELAY_PROMISE_MS,
  }));
