import type { Instant } from '#contract/model/instant.ts';

/** What the core would otherwise take behind the tests' back; handed in by `compose.ts`. */
export type Clock = { now(): Instant };
export type IdSource = { next(): string };
export type Log = {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
