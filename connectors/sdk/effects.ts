import { t } from '#contract/language/t.ts';
import type { Effect } from '#contract/model/effect.ts';

export const onlyLooks: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' };

/** What stands beside such a look in the place of a way back. */
export const nothingToTakeBack = t`This only looks, so there is nothing to take back.`;

/** Nothing is sent, so nobody receives anything. */
export const makesDraft: Effect = { kind: 'draft', audience: 'nobody', recipients: [], reversible: 'yes' };

/** What the person keeps for themselves is their own business, and each change of it can be taken back. */
export const changesOwn: Effect = { kind: 'file', audience: 'self', recipients: [], reversible: 'yes' };
