import { expect, test } from 'vitest';
import type { EventBody } from '#contract/model/event.ts';
import { triedIn } from '#renderer/features/practice/tried-in.ts';

const answered = (status: 'approved' | 'declined'): EventBody => ({
  kind: 'approval.answered',
  approvalId: 'a',
  status,
  says: 'Pay',
  notes: null,
});
const undone: EventBody = { kind: 'undo.happened', toolCallId: 't', action: 'bank.pay-bill', says: 'Pay' };

test('what was rehearsed is read from the log', () => {
  const tried = (...bodies: EventBody[]) => [...triedIn(bodies.map((body) => ({ body })))];
  expect(tried()).toEqual([]);
  expect(tried(answered('declined'))).toEqual([]);
  expect(tried(answered('approved'), undone)).toEqual(['approve', 'undo']);
  expect(tried({ kind: 'pause.set', scope: 'everything' }, { kind: 'pause.lifted', scope: 'everything' })).toEqual([
    'pause',
  ]);
});
