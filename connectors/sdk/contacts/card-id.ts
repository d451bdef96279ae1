import { deriveId } from '#connectors/sdk/derive-id.ts';

/** The id of a card that was made here follows from the call that made it. */
export const idFor = (key: string, index = 0): string =>
  `${deriveId(index === 0 ? key : `${key}/${index}`)}@life-os.invalid`;
