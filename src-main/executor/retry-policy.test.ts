import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TRIES, waitBeforeRetry } from '#main/executor/retry-policy.ts';

const unreachable = { kind: 'unreachable', service: 'Mail' } as const;

describe('the wait before the next try', () => {
  it('grows, is spread out, and never takes the same moment for all', () => {
    const waits = Array.from({ length: 50 }, (_, n) => waitBeforeRetry(unreachable, 3, `run.${n}`) ?? 0);
    expect(new Set(waits).size).toBeGreaterThan(45);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_TRIES - 1 }), fc.string(), (tries, key) => {
        const wait = waitBeforeRetry(unreachable, tries, key) ?? Number.NaN;
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(500 + 1_000 * 2 ** tries);
      }),
    );
  });

  it('is never shorter than what the service asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), fc.string(), (retryAfterSeconds, key) => {
        const wait = waitBeforeRetry({ kind: 'rate-limited', retryAfterSeconds }, 1, key) ?? Number.NaN;
        expect(wait).toBeGreaterThanOrEqual(retryAfterSeconds * 1_000);
      }),
    );
  });

  it('ends: after the last try, for what asks for more than a day, and for what does not pass by itself', () => {
    expect(waitBeforeRetry(unreachable, MOST_TRIES, 'a')).toBeNull();
    expect(waitBeforeRetry({ kind: 'rate-limited', retryAfterSeconds: 90_000 }, 1, 'a')).toBeNull();
    expect(waitBeforeRetry({ kind: 'outcome-unknown', service: 'Mail' }, 1, 'a')).toBeNull();
    expect(waitBeforeRetry({ kind: 'needs-reconnect', provider: 'mail' }, 1, 'a')).toBeNull();
  });
});
