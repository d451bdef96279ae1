import { deriveId } from '#connectors/sdk/derive-id.ts';
import type { Effect } from '#contract/model/effect.ts';

export const onlyLooks: Effect = { kind: 'none', audience: 'nobody', recipients: [], reversible: 'yes' };
export const changesContacts: Effect = { kind: 'file', audience: 'self', recipients: [], reversible: 'yes' };
export const nothingToTakeBack = 'This only looks, so there is nothing to take back.';

/** The id of a card that was made here follows from the call that made it. */
export const idFor = (key: string, index = 0): string =>
  `${deriveId(index === 0 ? key : `${key}/${index}`)}@life-os.invalid`;
