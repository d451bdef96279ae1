import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '#contract/model/effect.ts';
import type { Json } from '#contract/model/json.ts';
import { isWithin, mayBeAgreedAhead, type ProposedStep, scopeOf } from '#main/approvals/consent-scope.ts';

const event: Effect = {
  kind: 'event',
  audience: 'known',
  recipients: ['b@x.example', 'a@x.example'],
  reversible: 'yes',
};
const seen: ProposedStep = {
  action: { name: 'calendar.create-event' },
  effect: event,
  tier: 'L2',
  input: {
    title: 'Report',
    startsAt: '2026-11-30T09:00:00',
    time: '09:00:00',
    on: '2026-11-30',
    guests: ['a@x.example'],
  },
  sinks: [{ provenance: ['person'] }],
};
const agreed = scopeOf(seen);
const withInput = (change: Record<string, Json>): ProposedStep => ({
  ...seen,
  input: { ...Object(seen.input), ...change },
});
const withEffect = (change: Partial<Effect>): ProposedStep => ({ ...seen, effect: { ...event, ...change } });

describe('a standing yes holds for', () => {
  it.each<[string, ProposedStep]>([
    ['the very same', seen],
    ['another day and time', withInput({ startsAt: '2026-12-07T10:00:00', time: '10:00', on: '2026-12-07' })],
    ['a time with a zone', withInput({ startsAt: '2026-12-07T10:00:00.000Z' })],
    ['its people in another order', withEffect({ recipients: ['a@x.example', 'b@x.example'] })],
    ['less risk', { ...seen, tier: 'L1' }],
  ])('%s', (_what, proposed) => expect(isWithin(agreed, proposed)).toBe(true));
});

describe('a standing yes does not hold for', () => {
  it.each<[string, ProposedStep]>([
    ['another action', { ...seen, action: { name: 'calendar.delete-event' } }],
    ['other words', withInput({ title: 'Party' })],
    ['one more argument', withInput({ place: 'Here' })],
    ['a time where words were', withInput({ title: '2026-11-30' })],
    ['one more person', withEffect({ recipients: ['a@x.example', 'b@x.example', 'c@x.example'] })],
    ['other people', withEffect({ recipients: ['a@x.example', 'c@x.example'] })],
    ['a wider audience', withEffect({ audience: 'public' })],
    ['another kind', withEffect({ kind: 'message' })],
    ['what can’t be taken back', withEffect({ reversible: 'no' })],
    ['money that nobody spoke of', withEffect({ money: { minor: 1, currency: 'EUR' } })],
    ['what always needs the person', { ...seen, tier: 'L3' }],
    ['words from outside', { ...seen, sinks: [{ provenance: ['person', 'outside:mail/1'] }] }],
  ])('%s', (_what, proposed) => expect(isWithin(agreed, proposed)).toBe(false));

  it('more money than was agreed, or money of another kind', () => {
    const paid = (minor: number, currency = 'EUR') => withEffect({ money: { minor, currency } });
    const scope = scopeOf(paid(500));
    expect([paid(500), paid(499), paid(501), paid(1, 'USD')].map((each) => isWithin(scope, each))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('any other text, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (title) => isWithin(agreed, withInput({ title })) === (title === 'Report')));
  });
});

it('reaches neither what always needs the person nor what holds words from outside', () => {
  expect(mayBeAgreedAhead(seen)).toBe(true);
  expect(mayBeAgreedAhead({ ...seen, tier: 'L3' })).toBe(false);
  expect(mayBeAgreedAhead({ ...seen, sinks: [{ provenance: ['outside:mail/1'] }] })).toBe(false);
});
