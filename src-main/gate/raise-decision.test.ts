import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Conflict } from '#contract/model/conflict.ts';
import type { Decision } from '#contract/model/decision.ts';
import { raiseDecision } from '#main/gate/raise-decision.ts';

const strictness = { allow: 0, ask: 1, refuse: 2 } as const satisfies Record<Decision['verdict'], number>;

const because = fc.array(fc.record({ rule: fc.string(), says: fc.string() }), { maxLength: 3 });
const decision: fc.Arbitrary<Decision> = fc.record({
  verdict: fc.constantFrom('allow', 'ask', 'refuse'),
  because,
  notify: fc.boolean(),
});
const limit = {
  kind: 'limit',
  bucket: 'posts:day:2026-11-26',
  limit: 5,
  total: 6,
  amount: 1,
  stillWaiting: 0,
} as const;
const conflict: fc.Arbitrary<Conflict> = fc
  .constantFrom(limit, { kind: 'time' as const, others: [] })
  .map((obstacle) => ({ with: obstacle, says: 'x', choices: [] }));

it('what stands in the way makes no decision less strict, and takes no reason away', () => {
  fc.assert(
    fc.property(decision, fc.array(conflict, { maxLength: 3 }), (before, conflicts) => {
      const after = raiseDecision(before, conflicts);
      expect(strictness[after.verdict]).toBeGreaterThanOrEqual(strictness[before.verdict]);
      if (conflicts.length > 0) expect(after.verdict).not.toBe('allow');
      else expect(after).toEqual(before);
      if (before.verdict !== 'allow') expect(after.because).toEqual(expect.arrayContaining(before.because));
      if (before.verdict === 'refuse') expect(after).toEqual(before);
    }),
  );
});
