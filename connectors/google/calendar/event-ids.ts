import { deriveId } from '#connectors/sdk/derive-id.ts';

/**
 * The id of an event that is put in from here: chosen by us and the same at every attempt, so that it can't be there
 * twice. Google takes the digits and a to v.
 */
export const idFor = (uid: string): string => (uid.includes('@') ? deriveId(uid) : uid);

/** The id of one of a series. */
export const instanceId = (seriesId: string, stamp: string): string => `${seriesId}_${stamp}`;
