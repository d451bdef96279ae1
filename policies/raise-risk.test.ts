import { expect, it } from 'vitest';
import type { Effect } from '#contract/model/effect.ts';
import { raisedRisk } from '#policies/raise-risk.ts';

const look: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'no' };
const risk = (effect: Partial<Effect>, known = true) =>
  raisedRisk({ tier: 'L0', effect: { ...look, ...effect }, known });

it('keeps what was declared when the effect says no more', () => {
  expect(risk({})).toBe('L0');
  expect(raisedRisk({ tier: 'L3', effect: look, known: true })).toBe('L3');
});

it('raises it to what the effect says', () => {
  expect(risk({ kind: 'draft' })).toBe('L1');
  expect(risk({ kind: 'event' })).toBe('L2');
  expect(risk({ kind: 'draft', audience: 'known' })).toBe('L2');
  expect(risk({ kind: 'submission' })).toBe('L3');
  expect(risk({ money: { minor: 1, currency: 'EUR' } })).toBe('L3');
});

it('takes the worst of what nobody has described', () => {
  expect(risk({}, false)).toBe('L3');
});
