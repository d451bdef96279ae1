import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApprovalStatus, ApprovalStatusSchema } from '#contract/model/approval.ts';
import { type ApprovalSignal, nextApprovalStatus } from '#contract/states/approval-state.ts';

const signals = ['approve', 'decline', 'expire', 'overtake'] as const satisfies readonly ApprovalSignal[];

const ways: readonly [ApprovalStatus, ApprovalSignal, ApprovalStatus][] = [
  ['waiting', 'approve', 'approved'],
  ['waiting', 'decline', 'declined'],
  ['waiting', 'expire', 'expired'],
  ['waiting', 'overtake', 'overtaken'],
  ['approved', 'overtake', 'overtaken'],
];

describe('the status of an approval', () => {
  it.each(ApprovalStatusSchema.options.flatMap((status) => signals.map((signal) => [status, signal] as const)))(
    '%s on %s goes where the table says',
    (status, signal) => {
      const way = ways.find(([from, by]) => from === status && by === signal);
      expect(nextApprovalStatus(status, signal)).toBe(way?.[2] ?? null);
    },
  );

  it('is the first answer, and only a given consent can be overtaken after it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signals), { minLength: 1, maxLength: 20 }), (sequence) => {
        const last = sequence.reduce<ApprovalStatus>(
          (status, signal) => nextApprovalStatus(status, signal) ?? status,
          'waiting',
        );
        const first = nextApprovalStatus('waiting', sequence[0] ?? 'approve');
        const overtakenLater = first === 'approved' && sequence.includes('overtake');
        expect(last).toBe(overtakenLater ? 'overtaken' : first);
      }),
    );
  });
});
