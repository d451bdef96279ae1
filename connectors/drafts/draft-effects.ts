import type { Effect } from '#contract/model/effect.ts';

/** Nothing is sent, so nobody receives anything. */
export const makesDraft: Effect = { kind: 'draft', audience: 'nobody', recipients: [], reversible: 'yes' };
export const removesFile: Effect = { kind: 'file', audience: 'self', recipients: [], reversible: 'yes' };
export const onlyLooks: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' };
