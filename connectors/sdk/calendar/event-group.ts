import type { Calendar } from '#connectors/sdk/calendar/calendar-file.ts';
import { type Entry, readEntries } from '#connectors/sdk/calendar/entry.ts';
import { type Block, readTextProperty } from '#connectors/sdk/calendar/ics-text.ts';
import { repeats } from '#connectors/sdk/calendar/stored-event.ts';
import { unreadable } from '#connectors/sdk/failures.ts';
import { t } from '#contract/language/t.ts';
import type { TimeZone } from '#contract/model/instant.ts';
import { type Result, succeed } from '#contract/model/result.ts';

/** All that the file says of one event: itself, and the occurrences of it that differ. */
export type EventGroup = {
  readonly uid: string;
  /** One, unless it is missing (a single occurrence that somebody sent) or the file has the same id twice. */
  readonly masters: readonly Entry[];
  readonly overrides: readonly Entry[];
};

/** Every event of the calendar; `unread` counts those that make no sense. */
export type Events = { readonly groups: readonly EventGroup[]; readonly unread: number };

export function readEvents(calendar: Calendar, reader: TimeZone): Events {
  const entries = readEntries(calendar.events, calendar, reader);
  return {
    groups: gather(entries.filter((entry) => entry !== 'unread' && entry !== 'placeless')),
    unread: entries.filter((entry) => entry === 'unread').length,
  };
}

/** The events that some components make up; what makes no sense is passed over. */
export const groupEvents = (blocks: readonly Block[], calendar: Calendar, reader: TimeZone): EventGroup[] =>
  gather(readEntries(blocks, calendar, reader).filter((entry) => entry !== 'unread' && entry !== 'placeless'));

/** The event of an id, for changing it: refused when a part of it makes no sense. Null when it is not there. */
export function readGroup(calendar: Calendar, uid: string, reader: TimeZone): Result<EventGroup | null> {
  const entries = readEntries(blocksOf(calendar, uid), calendar, reader);
  const understood = entries.filter((entry) => entry !== 'unread' && entry !== 'placeless');
  if (understood.length < entries.length) {
    return unreadable(t`The calendar file says something of this event that can’t be understood.`);
  }
  const [group = null] = gather(understood);
  if (group !== null && group.masters.length > 1) {
    return unreadable(t`The calendar file has two events with the same id, so it isn’t clear which one is meant.`);
  }
  return succeed(group);
}

export const blocksOf = (calendar: Calendar, uid: string): Block[] =>
  calendar.events.filter((block) => readTextProperty(block, 'UID') === uid);

export const entriesOf = (group: EventGroup): readonly Entry[] => [...group.masters, ...group.overrides];

export const isSeries = ({ masters, overrides }: EventGroup): boolean =>
  overrides.length > 0 || masters.some(({ stored }) => repeats(stored));

function gather(entries: readonly Entry[]): EventGroup[] {
  const groups = Map.groupBy(entries, ({ stored, block }) => (stored.uid === '' ? block : stored.uid));
  return [...groups.values()].map((members) => ({
    uid: members[0]?.stored.uid ?? '',
    masters: members.filter(({ stored }) => stored.replaces === null),
    overrides: members.filter(({ stored }) => stored.replaces !== null),
  }));
}
