import { expect, it } from 'vitest';
import { rememberAnswers } from '#main/gate/remember-answers.ts';

it('asks once for each question, and anew for any difference in it', () => {
  const asked: object[] = [];
  const answer = rememberAnswers((question: { a: number; b?: string }) => {
    asked.push(question);
    return question.a;
  }, 10);
  expect([answer({ a: 1 }), answer({ a: 1 }), answer({ a: 2 }), answer({ a: 1, b: '' })]).toEqual([1, 1, 2, 1]);
  expect(asked).toEqual([{ a: 1 }, { a: 2 }, { a: 1, b: '' }]);
});

it('forgets what was not asked for longest', () => {
  let asked = 0;
  const answer = rememberAnswers(({ a }: { a: number }) => {
    asked += 1;
    return a;
  }, 2);
  for (const a of [1, 2, 1, 3, 1, 2]) answer({ a });
  expect(asked).toBe(4);
});
