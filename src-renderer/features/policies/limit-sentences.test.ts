import { describe, expect, it } from 'vitest';
import { type Limits, LimitsSchema } from '#contract/model/limits.ts';
import { limitSentences, limitsWith } from '#renderer/features/policies/limit-sentences.ts';
import { changedNumbers, keyOf, problemOf } from '#renderer/features/policies/sentence-numbers.ts';

const limits: Limits = {
  spending: { JPY: { perAction: 5000, perDay: 9000, perMonth: 20_000 } },
  otherSpending: { perAction: 5000, perDay: 10_000, perMonth: 30_000 },
  messagesPerDay: 20,
  postsPerDay: 3,
  applicationsPerDay: 10,
  perPlan: 10,
};
const sentences = limitSentences(limits);
const blankOf = (wanted: string) => {
  const blank = sentences.find(({ key }) => key === wanted)?.blanks[0];
  if (!blank) throw new Error(`There is no sentence for ${wanted}.`);
  return blank;
};
const typed = (by: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(by).map(([key, text]) => [keyOf({ key }, 'number'), text]));

describe('the limits as sentences', () => {
  it('show money in whole units, of a named currency in its own', () => {
    const said = sentences.map(({ says, blanks: [blank] }) => says.replace('{number}', blank?.shown ?? '?'));
    expect(said).toContain('Never spend more than 100 a day in any currency without asking me.');
    expect(said).toContain('Never spend more than 9000 JPY a day without asking me.');
    expect(said).toContain('Never publish more than 3 posts a day without asking me.');
  });

  it('name every blank by words of its own', () => {
    const labels = sentences.flatMap(({ blanks }) => blanks.map(({ label }) => label));
    expect(labels).toHaveLength(10);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('are written back as they are kept', () => {
    const numbers = changedNumbers(
      sentences,
      typed({ 'other.perDay': '12.5', 'JPY.perDay': '700', postsPerDay: '5', perPlan: '10' }),
    );
    const changed = limitsWith(limits, numbers);
    expect(changed).toEqual({
      ...limits,
      spending: { JPY: { perAction: 5000, perDay: 700, perMonth: 20_000 } },
      otherSpending: { ...limits.otherSpending, perDay: 1250 },
      postsPerDay: 5,
    });
    expect(LimitsSchema.parse(changed)).toEqual(changed);
  });

  it.each([
    ['other.perDay', '12.505', 'Write an amount up to 1,000,000,000. Nothing was changed.'],
    ['other.perDay', '-1', 'Write an amount up to 1,000,000,000. Nothing was changed.'],
    ['other.perDay', '', 'Write an amount up to 1,000,000,000. Nothing was changed.'],
    ['JPY.perDay', '0.5', 'Write a whole number from 0 to 1,000,000,000. Nothing was changed.'],
    ['postsPerDay', '2.5', 'Write a whole number from 0 to 100,000. Nothing was changed.'],
    ['postsPerDay', '', 'Write a whole number from 0 to 100,000. Nothing was changed.'],
  ])('refuse for %s “%s” in plain words', (key, text, says) => {
    expect(problemOf(blankOf(key), text)).toBe(says);
    expect(problemOf(blankOf(key), '0')).toBeNull();
  });

  it('take what money can be, to the last cent', () => {
    for (const text of ['0.07', '12.35', '999999999.99']) expect(problemOf(blankOf('other.perDay'), text)).toBeNull();
  });
});
