import { describe, expect, it, vi } from 'vitest';
import { createIds } from '#main/ids.ts';

const MANY = 5_000;

describe('ids', () => {
  it('are UUIDs of version 7, each once and each after those before it', () => {
    const ids = createIds();
    const made = Array.from({ length: MANY }, () => ids.next());
    expect(new Set(made).size).toBe(MANY);
    expect(made).toEqual([...made].sort());
    expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });

  it('go on in order when the clock is set back', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00.000Z') });
    const ids = createIds();
    const before = ids.next();
    vi.setSystemTime(Date.parse('2026-11-23T10:00:00.000Z'));
    const after = ids.next();
    vi.useRealTimers();
    expect(after > before).toBe(true);
  });

  it('of two sources differ, as of two processes', () => {
    const [one, other] = [createIds(), createIds()];
    const made = Array.from({ length: MANY }, () => [one.next(), other.next()]).flat();
    expect(new Set(made).size).toBe(2 * MANY);
  });
});
