import type { Effect } from '#contract/model/effect.ts';

export const onlyLooks: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' };
export const makesDraft: Effect = { kind: 'draft', audience: 'nobody', recipients: [], reversible: 'yes' };
/** Where an email lies and whether it is read is the person's own business. */
export const sortsMail: Effect = { kind: 'setting', audience: 'self', recipients: [], reversible: 'yes' };
export const looksOnly = 'This only looks, so there is nothing to take back.';
