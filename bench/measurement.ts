/** One line of the table: what was measured, what it is held against, and the peer or physical limit of the same run. */
export type Measurement = {
  readonly what: string;
  readonly measured: string;
  /** What the project promises; empty where it promises nothing. */
  readonly promise: string;
  readonly kept: boolean | null;
  readonly beside: string;
  /** How many times the peer's figure ours is. */
  readonly ratio: number;
};

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** The middle of the values. Throws for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('There is no median of nothing.');
  return middle;
}

/** The value that 95 of 100 do not exceed. */
export const percentile95 = (values: readonly number[]): number => percentile(values, 0.95);

/** The value that `share` (0 to 1) of the values do not exceed; not a number for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
