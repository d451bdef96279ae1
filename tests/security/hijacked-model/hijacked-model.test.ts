import { describe, expect, it } from 'vitest';
import { ownSet } from './read-attacks.ts';
import { runAttacks } from './run-attacks.ts';
import { trySet } from './try-set.ts';

trySet(ownSet);

describe('what is measured', () => {
  it('are at least 300 attacks of our own', () => expect(ownSet.attacks.length).toBeGreaterThanOrEqual(300));

  it('would be seen: a planner whose word is believed gets words onto a card as the person’s own', {
    timeout: 300_000,
  }, async () => {
    const some = ownSet.attacks.filter((_each, at) => at % 16 === 0);
    const outcomes = await runAttacks(ownSet, some, 'trusting', 'built-in');
    expect(outcomes.flatMap(({ unseen }) => unseen).length).toBeGreaterThan(0);
  });
});
