import { hashOf } from '#connectors/sdk/derive-id.ts';
import type { Effect } from '#contract/model/effect.ts';
import type { NewSchedule } from '#contract/model/schedule.ts';

/** What a reminder is to the person: what it says and when. That it fires meanwhile does not change it. */
const faceOf = ({ message, startsAt, timeZone, rrule }: NewSchedule) => [message, startsAt, timeZone, rrule];

export const versionOf = (reminder: NewSchedule): string => hashOf(JSON.stringify(faceOf(reminder)));

export const isSame = (one: NewSchedule | null, other: NewSchedule): boolean =>
  one !== null && versionOf(one) === versionOf(other);

export const changesReminder: Effect = { kind: 'reminder', audience: 'self', recipients: [], reversible: 'yes' };
