import { Temporal } from 'temporal-polyfill';
import type { Entry } from '#connectors/sdk/calendar/entry.ts';
import type { CalendarEvent } from '#connectors/sdk/calendar/event.ts';
import { type EventGroup, isSeries } from '#connectors/sdk/calendar/event-group.ts';
import {
  clockOf,
  lengthOf,
  type StoredTime,
  startMoment,
  tellEvent,
  tellingZone,
} from '#connectors/sdk/calendar/stored-event.ts';
import type { Stretch } from '#connectors/sdk/calendar/stretch.ts';
import { momentOf, wallOf, wallText } from '#connectors/sdk/local-time.ts';
import type { TimeZone } from '#contract/model/instant.ts';

/** A stretch of time, and the zone of whoever looks at it. */
export type Window = Stretch & { readonly reader: TimeZone };

/** One time of an event. */
export type Occurrence = {
  readonly entry: Entry;
  /** Told for this very time; of a series it carries the series' rule. */
  readonly event: CalendarEvent;
  /** Its start on the clock of `entry`. */
  readonly wall: Temporal.PlainDateTime;
  readonly time: Stretch;
  /** Of a series: the start that its rule gives it, as wall time of the event's zone. It names the occurrence. */
  readonly occurrence: string | null;
};

/** How the times of one event are told. */
export type Telling = {
  readonly zone: TimeZone;
  readonly reader: TimeZone;
  readonly inSeries: boolean;
  readonly rrule: string | null;
};

export function tellingOf(group: EventGroup, reader: TimeZone): Telling {
  const lead = group.masters[0] ?? group.overrides[0];
  const inSeries = isSeries(group);
  if (lead === undefined) return { zone: reader, reader, inSeries, rrule: null };
  const { start, rrule } = lead.stored;
  const zone = inSeries ? (clockOf(start, reader).name ?? reader) : tellingZone(lead.stored, reader);
  return { zone, reader, inSeries, rrule };
}

export function tellOccurrence(entry: Entry, wall: Temporal.PlainDateTime, telling: Telling): Occurrence {
  const { zone, reader, inSeries, rrule } = telling;
  const { start, replaces } = entry.stored;
  const event = { ...tellEvent(entry.stored, wall, reader, zone), rrule };
  const from = clockOf(start, reader).toMoment(wall);
  const to = start.isDate ? momentOf(event.endsAt, reader) : from.add(lengthOf(entry.stored, reader));
  const named = replaces ?? { ...start, wall };
  return { entry, event, wall, time: { from, to }, occurrence: inSeries ? nameOf(named, zone, reader) : null };
}

/** How an occurrence is named: the date of whole days, else the wall time in the zone that the series is told in. */
const nameOf = (time: StoredTime, zone: TimeZone, reader: TimeZone): string =>
  time.isDate ? time.wall.toPlainDate().toString() : wallText(wallOf(startMoment(time, reader), zone));

/** The time that a component itself gives. */
export const ownOccurrence = (group: EventGroup, entry: Entry, reader: TimeZone): Occurrence =>
  tellOccurrence(entry, entry.stored.start.wall, tellingOf(group, reader));

/** Those occurrences of a series that the file tells by themselves, wherever they are. */
export const changedOccurrences = (group: EventGroup, reader: TimeZone): Occurrence[] =>
  group.overrides.map((entry) => ownOccurrence(group, entry, reader));

export const byTime = (a: Occurrence, b: Occurrence): number =>
  Temporal.Instant.compare(a.time.from, b.time.from) || Temporal.Instant.compare(a.time.to, b.time.to);

/** Whether any of it lies within a window. */
export function isWithin(part: Stretch, { from, to }: Stretch): boolean {
  const isEmpty = Temporal.Instant.compare(part.from, part.to) === 0;
  const isOver = Temporal.Instant.compare(part.to, from) <= (isEmpty ? -1 : 0);
  return Temporal.Instant.compare(part.from, to) < 0 && !isOver;
}
