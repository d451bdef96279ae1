import type { Shape } from './shapes.ts';

/** What every engine is asked for, ours and the peers': a shape, and the folder that it may keep things in. */
export type Request = { readonly shape: Shape; readonly folder: string };
export type Figures = { readonly steps: number; readonly seconds: number };

/** What can only be seen from inside is measured of the core alone. */
export type CoreRequest = Request & { readonly warmUpRuns: number };
export type CoreFigures = Figures & {
  /** From a step's intent being on disk to its outcome being there; milliseconds. */
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly bytesPerStep: number;
  readonly peakBytes: number;
  /** How late 99 of 100 timers were at most; milliseconds. */
  readonly loopDelayP99: number;
};

/** Steps a second. */
export const speedOf = ({ steps, seconds }: Figures): number => steps / seconds;
