import { describe, expect, it } from 'vitest';
import { type OwnRule, RuleTemplateIdSchema } from '#contract/model/own-rule.ts';
import { blankLabel, ruleStanding, wouldHaveChanged } from '#renderer/words/own-rules.ts';

const none = { askedMore: 0, askedLess: 0, refused: 0 };

describe('what a rule would have changed', () => {
  it.each([
    [{ ...none, looked: 0 }, 'Nothing was done in the last 30 days that it could be tried on.'],
    [{ ...none, looked: 12 }, 'Of the 12 things of the last 30 days, nothing would have been otherwise.'],
    [
      { ...none, looked: 1, askedLess: 1 },
      'Of the one thing of the last 30 days, you would have been asked about 1 fewer.',
    ],
    [
      { ...none, looked: 12, askedMore: 2 },
      'Of the 12 things of the last 30 days, you would have been asked about 2 more.',
    ],
    [{ ...none, looked: 12, refused: 3 }, 'Of the 12 things of the last 30 days, 3 would have been refused.'],
  ])('%j reads: %s', (change, says) => {
    expect(wouldHaveChanged(change)).toBe(says);
  });
});

describe('how a rule stands', () => {
  const rule: OwnRule = {
    id: 'r1',
    template: 'never-do',
    blanks: {},
    does: 'restricts',
    says: 'Never do this.',
    cedar: '',
    automationId: null,
    createdAt: '2026-11-26T10:00:00.000Z',
    expiresAt: null,
    problem: null,
    setAsideUntil: null,
  };
  const soon = '2031-01-06T10:00:00.000Z';

  it('is said by what weighs most', () => {
    expect(ruleStanding(rule)).toBe('Counts until you take it away.');
    expect(ruleStanding({ ...rule, expiresAt: soon })).toMatch(/^Counts until Monday.*2031/);
    expect(ruleStanding({ ...rule, setAsideUntil: soon })).toMatch(
      /^Set aside until Monday.* counts again by itself\.$/,
    );
    expect(ruleStanding({ ...rule, setAsideUntil: soon, problem: 'I couldn’t read it.' })).toBe(
      'I couldn’t read it. Every change is asked until you take it away.',
    );
  });
});

describe('the fields of a rule', () => {
  it('count messages where the sentence does, else times', () => {
    const labels = RuleTemplateIdSchema.options.map((id) => [id, blankLabel('count', 'count', { id })]);
    expect(Object.fromEntries(labels)).toMatchObject({
      'write-to-people': 'Messages a day, at most',
      'write-to-domain': 'Messages a day, at most',
      'always-for-yourself': 'Times a day, at most',
      'always-to-people': 'Times a day, at most',
    });
  });
});
