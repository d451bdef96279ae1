import type { Effect } from '#contract/model/effect.ts';

/** Where an email lies and whether it is read is the person's own business. */
export const sortsMail: Effect = { kind: 'setting', audience: 'self', recipients: [], reversible: 'yes' };
