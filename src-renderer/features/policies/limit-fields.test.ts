import { describe, expect, it } from 'vitest';
import { type Limits, LimitsSchema } from '#contract/model/limits.ts';
import { limitFields, typedLimits } from '#renderer/features/policies/limit-fields.ts';

const limits: Limits = {
  spending: { JPY: { perAction: 5000, perDay: 9000, perMonth: 20_000 } },
  otherSpending: { perAction: 5000, perDay: 10_000, perMonth: 30_000 },
  messagesPerDay: 20,
  postsPerDay: 3,
  applicationsPerDay: 10,
  perPlan: 10,
};

describe('the limits as fields', () => {
  it('show money in whole units, of a named currency in its own', () => {
    const shown = Object.fromEntries(limitFields(limits).map((field) => [field.label, field.shown]));
    expect(shown).toMatchObject({
      'Most money for one payment': '50',
      'Most money for one payment, JPY': '5000',
      'Most posts in a day': '3',
    });
  });

  it('are written back as they are kept', () => {
    const changed = typedLimits(limits, { 'other.perDay': '12.5', 'JPY.perDay': '700', postsPerDay: '5' });
    expect(changed).toEqual({
      ...limits,
      spending: { JPY: { perAction: 5000, perDay: 700, perMonth: 20_000 } },
      otherSpending: { ...limits.otherSpending, perDay: 1250 },
      postsPerDay: 5,
    });
    expect(LimitsSchema.parse(changed)).toEqual(changed);
  });

  it.each([
    ['nothing typed', {}],
    ['the same again', { postsPerDay: '3' }],
    ['no number', { postsPerDay: '5', messagesPerDay: '' }],
    ['less than nothing', { 'other.perDay': '-1' }],
  ])('are not to be saved with %s', (_what, typed) => {
    expect(typedLimits(limits, typed)).toBeNull();
  });
});
