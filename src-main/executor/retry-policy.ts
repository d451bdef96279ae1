import { hash } from 'node:crypto';
import type { Failure } from '#contract/model/failure.ts';

/** Tries of one step, the first included, before the person is asked. */
export const MOST_TRIES = 6;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** What a service may ask for at most; beyond, it is the person's business and not a matter of waiting. */
const LONGEST_ASKED_MS = 24 * 3_600_000;

/** Whether trying again later can help, and is safe: the request surely had no effect. */
export const passesByItself = (failure: Failure): boolean =>
  failure.kind === 'rate-limited' || failure.kind === 'unreachable';

/**
 * How long to wait before the next try, in milliseconds: exponential backoff with full jitter, never
 * sooner than the service asked for (Retry-After). Null when it is not to be tried again by itself.
 * `tries` counts those that failed so far, this one included; the jitter is a function of `key`, so
 * that steps which failed together spread out and a test can foretell it.
 */
export function waitBeforeRetry(failure: Failure, tries: number, key: string): number | null {
  if (!passesByItself(failure) || tries >= MOST_TRIES) return null;
  const ceiling = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
  const backoff = FIRST_WAIT_MS / 2 + fractionOf(`${key}#${tries}`) * ceiling;
  if (failure.kind !== 'rate-limited') return Math.round(backoff);
  const asked = failure.retryAfterSeconds * 1_000;
  return asked > LONGEST_ASKED_MS ? null : Math.round(asked + (asked > 0 ? backoff / 4 : backoff));
}

/** From 0 up to 1, evenly spread over keys. */
const fractionOf = (key: string): number => Number.parseInt(hash('sha256', key, 'hex').slice(0, 8), 16) / 2 ** 32;
