import { expect, test } from 'vitest';
import { waitingCard } from '#contract/model/waiting-card-for-tests.ts';
import { answerOutside, type OwnersApi } from '#main/shell/electron/answer-outside.ts';

/** Stands where the core stands: notes what it is asked, and refuses or slows down when told to. */
function core({ refuses = false, tooFast = false } = {}) {
  const asked: object[] = [];
  const opened: string[] = [];
  const approvals = {
    pace: async () => ({ slowDown: tooFast ? { seconds: 3, says: 'Read it.' } : null }),
    decide: async (answer: object) => {
      asked.push(answer);
      if (refuses) throw new Error('It was answered elsewhere.');
    },
  };
  const answer = (...[card, decision]: [ReturnType<typeof waitingCard>, 'approve' | 'decline']) =>
    answerOutside({ approvals } as unknown as OwnersApi, card, decision, (id) => opened.push(id));
  return { asked, opened, answer };
}

test('a yes is bound to what the person was shown', async () => {
  const { asked, opened, answer } = core();
  await answer(waitingCard('a'), 'approve');
  expect(asked).toEqual([{ id: 'a', digest: 'digest of a', decision: 'approve' }]);
  expect(opened).toEqual([]);
});

test('what always needs the person is opened, and nothing is approved', async () => {
  const { asked, opened, answer } = core();
  await answer(waitingCard('a', { risk: 'L3' }), 'approve');
  expect({ asked, opened }).toEqual({ asked: [], opened: ['a'] });
});

test('it can be declined without being opened', async () => {
  const { asked, answer } = core();
  await answer(waitingCard('a', { risk: 'L3' }), 'decline');
  expect(asked).toEqual([{ id: 'a', digest: 'digest of a', decision: 'decline' }]);
});

test('where answers come faster than anybody reads, the card is opened', async () => {
  const { asked, opened, answer } = core({ tooFast: true });
  await answer(waitingCard('a'), 'approve');
  expect({ asked, opened }).toEqual({ asked: [], opened: ['a'] });
});

test('an answer that is not taken any more opens the card as it stands now', async () => {
  const { opened, answer } = core({ refuses: true });
  await answer(waitingCard('a'), 'approve');
  expect(opened).toEqual(['a']);
});
