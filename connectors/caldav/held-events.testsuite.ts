import { fingerprintOf } from '#connectors/sdk/calendar/change-mark.ts';

/** What the trials of this connector find at the server. */
export const heldEvents = {
  collection: 'personal',
  ending: '.ics',
  meaning: (text: string): string => fingerprintOf(text.match(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r?\n/g) ?? []),
};
