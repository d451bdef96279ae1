import { expect, it } from 'vitest';
import { startLife } from '#main/compose-for-tests.ts';

const SENTENCE = 'Put dentist on Thursday at 3pm, and remind me to pay the rent on the 1st of every month';

it('cards of one request stand in the order of its plan, in its places among the others', async () => {
  const { say, still, api } = await startLife('as shipped');
  for (const sentence of [SENTENCE, 'Remind me to call Ana tomorrow at 9']) await still(await say(sentence));
  const { items } = await api.approvals.list({ status: 'waiting', order: 'oldest' });
  expect(items.map(({ card }) => card.title)).toEqual([
    expect.stringContaining('Dentist'),
    expect.stringContaining('Pay the rent'),
    expect.stringContaining('Call Ana'),
  ]);
});
