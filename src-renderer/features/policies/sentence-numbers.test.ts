import { describe, expect, it } from 'vitest';
import { type SuspicionLimits, SuspicionLimitsSchema } from '#contract/model/suspicion.ts';
import {
  changedNumbers,
  holdSentences,
  problemOf,
  suspicionLimitsWith,
  suspicionSentences,
} from '#renderer/features/policies/sentence-numbers.ts';

const limits: SuspicionLimits = {
  burst: { most: 600, minutes: 10 },
  'new-recipients': { most: 100, minutes: 10 },
  'failed-sign-in': { most: 10, minutes: 60 },
  'outside-text': { most: 10, minutes: 60 },
};
const everySentence = [...holdSentences(20), ...suspicionSentences(limits)];

describe('rules as sentences with numbers in them', () => {
  it.each(everySentence.map((sentence) => [sentence.says, sentence] as const))(
    'have a place for each number: %s',
    (says, { blanks }) => {
      const places = [...says.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name);
      expect(places.sort()).toEqual(blanks.map(({ name }) => name).sort());
    },
  );

  it('name every blank by words of its own', () => {
    const labels = everySentence.flatMap(({ blanks }) => blanks.map(({ label }) => label));
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each([
    ['', 'a blank'],
    ['2.5', 'a part of a number'],
    ['-1', 'less than nothing'],
    ['3601', 'more than an hour'],
  ])('refuse “%s” in plain words: %s', (text) => {
    const [blank] = holdSentences(20)[0]?.blanks ?? [];
    expect(blank && problemOf(blank, text)).toBe('Write a whole number from 0 to 3,600. Nothing was changed.');
    expect(blank && problemOf(blank, '0')).toBeNull();
  });

  it('tell only what is other than it stands, and keep the rest as it is', () => {
    const sentences = suspicionSentences(limits);
    expect(changedNumbers(sentences, {}).size).toBe(0);
    const numbers = changedNumbers(sentences, {
      'burst.most': '50',
      'burst.minutes': '10',
      'outside-text.minutes': '5',
    });
    expect([...numbers]).toEqual([
      ['burst.most', 50],
      ['outside-text.minutes', 5],
    ]);
    const changed = suspicionLimitsWith(limits, numbers);
    expect(changed).toEqual({
      ...limits,
      burst: { most: 50, minutes: 10 },
      'outside-text': { most: 10, minutes: 5 },
    });
    expect(SuspicionLimitsSchema.parse(changed)).toEqual(changed);
  });
});
